/** Every verb of the command line: what it tells of residents, and words to run it with. */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Session } from '../../cli/session.ts'
import { VERBS } from '../../cli/verbs/index.ts'
import { wordsIn } from './words.ts'

type Given = Record<string, unknown>
const colleagues = { scope: 'role:colleague' }
const at = { touchpoint: 'CMP3.1' }
const columns = { touchpoints: 'CMP3.1;CMP3' }
const groups = { first: 'role:colleague', second: 'role:colleague;complete' }

/** Tells what was found: refused about residents while they are sealed; and what may be asked instead. */
type Finding = [name: string, given: Given, instead: Given | null]
const SHOWN: Finding[] = [
  ['heatmap', {}, colleagues],
  ['summary', at, { ...at, ...colleagues }],
  ['map', {}, { side: 'colleague' }],
  ['journey', { participant: 'P01' }, { participant: 'C01' }],
  ['importance', {}, colleagues],
  ['compare', { second: 'complete' }, groups],
  ['framework', columns, { ...columns, ...colleagues }],
  ['together', { columns: 'emotion' }, { columns: 'emotion', ...colleagues }],
  ['codes-by-transcript', {}, colleagues],
  ['words', {}, colleagues],
  ['words', { phrase: 'nobody' }, { phrase: 'nobody', ...colleagues }],
  ['agreement', { draws: 100 }, { draws: 100, ...colleagues }],
  ['coverage', {}, colleagues],
  ['coverage', { by: 'attribute:tenure' }, { by: 'attribute:tenure', ...colleagues }],
  ['saturation', {}, colleagues],
  ['passages', {}, { role: 'colleague' }],
  ['ask', { 'noun.verb': 'analysis.heatmap' }, { 'noun.verb': 'codebook.list' }],
]
/** Endings each can be written with; those that take a browser or are only pixels are left out. */
const ENDINGS: Record<string, readonly string[]> = {
  heatmap: ['csv', 'svg'],
  summary: ['html', 'md', 'docx', 'svg'],
  passages: ['csv', 'md'],
  ask: [],
}

export const FINDINGS: Finding[] = [
  ...SHOWN,
  ...SHOWN.flatMap(([name, given, instead]) =>
    (ENDINGS[name] ?? ['csv', 'svg']).map((ending): Finding => {
      const out = `out.${ending}`
      return [name, { ...given, out }, instead && { ...instead, out }]
    }),
  ),
  ['report', { ...columns, out: 'r.md' }, { ...columns, ...colleagues, out: 'r.md' }],
  ['export', { format: 'csv', out: 'e.csv' }, { format: 'csv', role: 'colleague', out: 'e.csv' }],
  ['export', { format: 'xlsx', role: 'resident', out: 'e.xlsx' }, { format: 'audit-trail', out: 'e.csv' }],
  ['export', { format: 'participants', special: true, out: 'e.csv' }, null],
  ['export', { format: 'passages', out: 'e.json' }, null],
  ['export', { format: 'memos', out: 'e.md' }, null],
]

/** Tells nothing of residents. */
export const BLIND = ['codes', 'attributes', 'formats', 'layouts', 'coders']
/** The coder's own work, and lists to manage the study by. */
export const WORK = [
  'documents',
  'document',
  'participants',
  'search',
  'suggest',
  'memos',
  'bookmarks',
  'unplaced',
  'log',
]
export const WRITES = [
  'new',
  'open',
  'serve',
  'check',
  'settings',
  'import',
  'replace',
  'status',
  'code',
  'undo',
  'redo',
]

const nameOf = (usage: string) => usage.split(' ')[0] ?? ''
const verbs = new Map(VERBS.flatMap(({ verbs }) => verbs).map((verb) => [nameOf(verb.usage), verb]))
export const VERB_NAMES = [...verbs.keys()]

/** Runs verbs on a project with its files in a folder; answers everything that was printed and written. */
export function runner(project: string, folder: string) {
  const session = new Session(new AbortController().signal, { write: () => true })
  return {
    run: async (name: string, { out, ...given }: Given): Promise<string> => {
      const placed = out === undefined ? given : { ...given, out: join(folder, String(out)) }
      const { json, text } = (await verbs.get(name)?.run({ project, ...placed }, session)) ?? {}
      const written = readdirSync(folder).map((file) => {
        const bytes = new Uint8Array(readFileSync(join(folder, file)))
        rmSync(join(folder, file))
        return wordsIn(bytes)
      })
      return [JSON.stringify(json), text, ...written].join('\n')
    },
    close: () => session.close(),
  }
}
