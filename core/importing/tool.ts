/** Brings a whole project of Taguette or QualCoder into the open one, as one step. */
import type { z } from 'zod'
import { coderByName, type CommandContext, type JobContext } from '../context.ts'
import { CoreError } from '../contract/errors.ts'
import type { importing } from '../contract/importing.ts'
import { passageAt } from '../codings/passages.ts'
import { sql } from '../db/sql.ts'
import { storeDocument } from '../documents/store.ts'
import type { SourceFile } from '../import/read.ts'
import type { ToolCode } from '../import/tools/model.ts'
import { workers } from '../jobs/worker.ts'
import { kindOf, nameOf } from './preview.ts'
import { limitFor, limitMessages } from './reading.ts'
import { checkText, duplicateOf, freeName, reportOf, turnsOf } from './store.ts'
import { storeCases, voices } from './tool-people.ts'
import type { PlacedDocument, PlacedPassage, PlacedProject } from './tool-reading.ts'
import { addUnplaced } from './unplaced.ts'

type Report = z.input<(typeof importing)['fromTool']['output']>
/** A project holds many documents, so it may take longer than one file. */
const PATIENCE = 6

export async function importTool(
  context: JobContext,
  file: SourceFile,
  kind: string | undefined,
): Promise<Report> {
  const limitMs = PATIENCE * limitFor(file)
  const project = await workers.run('importing.tool', file, {
    signal: context.signal,
    progress: context.progress,
    limitMs,
    messages: limitMessages(file, Math.round(limitMs / 1000)),
  })
  if (project.documents.length === 0) {
    throw new CoreError('empty', `${file.name} holds no text documents, so there is nothing to bring in.`)
  }
  for (const { parsed, name } of project.documents) {
    if (duplicateOf(context.db, parsed.sha256) === null) continue
    throw new CoreError(
      'duplicate',
      `“${name}” of ${file.name} is already in this project. Remove it first to bring the project in again.`,
    )
  }
  const { result, step } = context.write('importing.fromTool', (command) => {
    const report = storeProject(command, project, file, kind)
    command.say(
      `Brought in ${file.name} from ${project.tool} (${counted(report.documents, 'document')}, ${counted(report.codings, 'coding')})`,
    )
    return report
  })
  return { ...result, step }
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

function storeProject(
  context: CommandContext,
  project: PlacedProject,
  file: SourceFile,
  kind: string | undefined,
): Omit<Report, 'step'> {
  const codes = storeCodes(context, project.codes)
  const people = storeCases(context, project.cases, kind === 'workshop' ? 'colleague' : 'resident')
  const report = {
    tool: project.tool,
    file: file.name,
    documents: project.documents.length,
    codes: codes.size,
    passages: 0,
    codings: 0,
    memos: 0,
    participants: people.size,
    corrected: 0,
    unplaced: 0,
    warnings: [...project.warnings],
  }
  const memo = (target: string, id: number, text: string, coder: string) => {
    if (text.trim() === '') return
    addMemo(context, { target, id, text, coder: coderOf(context, coder) })
    report.memos++
  }
  for (const { text, coder } of project.memos) memo('project', 1, text, coder)
  for (const { name, memo: text } of project.cases) memo('participant', people.get(name) ?? 0, text, '')
  for (const document of project.documents) {
    const id = storeText(context, document, { project, file, kind, people })
    memo('document', id, document.memo, '')
    for (const passage of document.passages) {
      if (passage.found === 'quote') report.corrected++
      if (!passage.place) {
        setWaiting(context, id, passage, codes)
        report.unplaced++
        continue
      }
      report.passages++
      report.codings += storePassage(context, id, { passage, place: passage.place, codes, memo })
    }
    if (document.passages.length > 0) {
      context.db.run(sql`UPDATE document SET status = 'coding' WHERE id = ${id}`)
    }
  }
  return { ...report, warnings: [...report.warnings, ...findings(project, report)] }
}

function findings(
  project: PlacedProject,
  { corrected, unplaced }: { corrected: number; unplaced: number },
): Report['warnings'] {
  const trimmed = project.documents.reduce((sum, document) => sum + document.trimmed, 0)
  const found: Report['warnings'] = []
  if (trimmed > 0)
    found.push({
      code: 'passages-trimmed',
      message: `${counted(trimmed, 'passage')} held speaker labels or other marks that are not speech; these are no longer part of the words.`,
    })
  if (corrected > 0)
    found.push({
      code: 'offsets-corrected',
      message: `The offsets of ${counted(corrected, 'passage')} pointed at other words in ${project.tool}; they were found by their words instead.`,
    })
  if (unplaced > 0)
    found.push({
      code: 'passages-unplaced',
      message: `The words of ${counted(unplaced, 'passage')} were not found in their documents. They are listed as unplaced: place them by hand or give them up.`,
    })
  return found
}

interface Surroundings {
  project: PlacedProject
  file: SourceFile
  kind: string | undefined
  people: Map<string, number>
}

function storeText(
  context: CommandContext,
  document: PlacedDocument,
  { project, file, kind, people }: Surroundings,
): number {
  const { parsed } = document
  checkText(parsed)
  const name = freeName(context, nameOf(document.name))
  const docKind = kind ?? kindOf(parsed)
  const { speakers, turnSpeakers } = voices(context, {
    document,
    name,
    people,
    role: docKind === 'workshop' ? 'colleague' : 'resident',
  })
  const original = { tool: project.tool, file: file.name, attributes: document.attributes }
  return storeDocument(context, {
    name,
    kind: docKind,
    format: parsed.format,
    layout: parsed.layout,
    sourceName: document.name,
    sha256: parsed.sha256,
    report: { ...reportOf(parsed), from: original },
    speakers,
    turns: turnsOf(parsed).map((turn, at) => ({ ...turn, speaker: turnSpeakers[at] ?? null })),
  })
}

const coderOf = (context: CommandContext, name: string): number =>
  name === '' ? context.coder() : coderByName(context, name)

interface Placing {
  passage: PlacedPassage
  place: { start: number; end: number }
  codes: Map<string, StoredCode>
  memo: (target: string, id: number, text: string, coder: string) => void
}

/** Returns the number of codings made; a code put twice on one place by one coder counts once. */
function storePassage(
  context: CommandContext,
  document: number,
  { passage, place, codes, memo }: Placing,
): number {
  const { db } = context
  const id = passageAt(
    context,
    { document, start: place.start, end: place.end },
    coderOf(context, passage.coder),
  )
  let made = 0
  for (const key of passage.codes) {
    const code = codes.get(key)
    if (!code) continue
    made += db.run(sql`
      INSERT INTO coding (guid, passage, code, origin, code_version, created)
      VALUES (${context.ids()}, ${id}, ${code.id}, 'import', 1, ${context.clock()}) ON CONFLICT (passage, code) DO NOTHING`).changes
  }
  // A highlight that says nothing further would be invisible: it is marked for a second look.
  const isBare = passage.codes.length === 0 && passage.memo.trim() === ''
  if (passage.flagged || isBare) db.run(sql`UPDATE passage SET flagged = 1 WHERE id = ${id}`)
  memo('passage', id, passage.memo, passage.coder)
  return made
}

function setWaiting(
  context: CommandContext,
  document: number,
  passage: PlacedPassage,
  codes: Map<string, StoredCode>,
): void {
  const hex = () => Buffer.from(context.ids()).toString('hex')
  const coder = coderOf(context, passage.coder)
  const created = context.clock()
  addUnplaced(
    context,
    { document, coder, ...passage.anchor, start: passage.start },
    {
      guid: hex(),
      flagged: passage.flagged ? 1 : 0,
      created,
      codings: passage.codes.flatMap((key) => {
        const code = codes.get(key)
        return code
          ? [
              {
                guid: hex(),
                key: code.key,
                name: code.name,
                intensity: null,
                stance: 'stated',
                origin: 'import',
                version: 1,
                created,
              },
            ]
          : []
      }),
      memos:
        passage.memo.trim() === ''
          ? []
          : [{ guid: hex(), text: passage.memo, coder, created, changed: created }],
    },
  )
}

function addMemo(
  context: CommandContext,
  { target, id, text, coder }: { target: string; id: number; text: string; coder: number },
): void {
  context.db.run(sql`
    INSERT INTO memo (guid, target, target_id, text, coder, created, changed)
    VALUES (${context.ids()}, ${target}, ${id}, ${text}, ${coder}, ${context.clock()}, ${context.clock()})`)
}

interface StoredCode {
  id: number
  key: string
  name: string
}

/** The researcher's own themes: parents before children; a theme of the same name in the same place is the same code. */
function storeCodes(context: CommandContext, codes: readonly ToolCode[]): Map<string, StoredCode> {
  const { db } = context
  const stored = new Map<string, StoredCode>()
  const byKey = new Map(codes.map((code) => [code.key, code]))
  const store = (code: ToolCode, above: ReadonlySet<string>): StoredCode => {
    const known = stored.get(code.key)
    if (known) return known
    const over = code.parent === null || above.has(code.parent) ? undefined : byKey.get(code.parent)
    const parent = over ? store(over, new Set([...above, code.key])).id : null
    const name = code.name.trim() || 'Unnamed'
    const same = db.get<StoredCode>(
      sql`SELECT id, key, name FROM code WHERE family = 'theme' AND name = ${name} AND parent IS ${parent}`,
    )
    const one = same ?? addTheme(context, { ...code, name, parent })
    stored.set(code.key, one)
    return one
  }
  for (const code of codes) store(code, new Set())
  return stored
}

function addTheme(
  context: CommandContext,
  {
    name,
    parent,
    definition,
    colour,
  }: Pick<ToolCode, 'name' | 'definition' | 'colour'> & { parent: number | null },
): StoredCode {
  const { db } = context
  const slug =
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40) || 'code'
  let key = `theme.${slug}`
  for (let n = 2; db.value(sql`SELECT 1 FROM code WHERE key = ${key} COLLATE NOCASE`) !== undefined; n++)
    key = `theme.${slug}-${n}`
  const order = (db.value<number>(sql`SELECT coalesce(max(ord), 0) FROM code`) ?? 0) + 1
  const { id } = db.run(sql`
    INSERT INTO code (guid, key, family, parent, name, definition, colour, ord)
    VALUES (${context.ids()}, ${key}, 'theme', ${parent}, ${name}, ${definition}, ${colour}, ${order})`)
  return { id, key, name }
}
