/**
 * Reading transcripts: a Word file beside mammoth's own conversion; long text and captions beside what any
 * reader of the text must do at least: read the file, decode it, normalise it, split it into lines and words.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseFile } from '../../core/import/parse.ts'
import { ROOT } from '../support/architecture.ts'
import { dice, median, report, timed, type Row } from './measure.ts'

const mammoth = createRequire(import.meta.url)('mammoth') as {
  convertToHtml: (input: { buffer: Buffer }) => Promise<{ value: string }>
}
const roll = dice(3)
const WORDS = 'so we rang them again and they said somebody would come on the Tuesday but nobody did'.split(
  ' ',
)
const sentence = (count: number) => Array.from({ length: count }, () => WORDS[roll(WORDS.length)]).join(' ')

function turns(bytes: number): Uint8Array {
  const lines: string[] = []
  for (let size = 0; size < bytes;) {
    const line = `${lines.length % 2 === 0 ? 'Interviewer' : 'P01'}: ${sentence(lines.length % 2 === 0 ? 10 : 60)}`
    lines.push(line)
    size += line.length + 1
  }
  return Buffer.from(lines.join('\n'))
}

function cues(count: number): Uint8Array {
  const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23)
  const lines = ['WEBVTT', '']
  for (let at = 0; at < count; at++) {
    lines.push(
      `${clock(at * 900)} --> ${clock(at * 900 + 850)}`,
      `<v ${at % 5 < 2 ? 'Kate Morris' : 'P01'}>${sentence(8)}</v>`,
      '',
    )
  }
  return Buffer.from(lines.join('\n'))
}

/** Reads the file, decodes it and splits it into lines and words, which are counted. */
function split(path: string): number {
  const text = new TextDecoder().decode(readFileSync(path)).normalize('NFC')
  return text.split('\n').reduce((words, line) => words + line.split(/\s+/).length, 0)
}

/** The quickest of nine rounds beside the quickest of splitting, since a busy machine only ever adds to either. */
async function besideSplitting(name: string, path: string): Promise<Row> {
  const own: number[] = []
  const taken: number[] = []
  for (let round = 0; round < 9; round++) {
    own.push(...(await timed(1, () => split(path))))
    taken.push(...(await timed(1, () => parseFile({ name, bytes: readFileSync(path) }))))
  }
  return {
    what: name,
    value: Math.min(...taken),
    unit: 'ms',
    beside: { what: 'reading and splitting', value: Math.min(...own), most: 3 },
  }
}

/**
 * How far the resident memory of a process of its own grows at most. Its heap has room for 16 MB of young
 * objects, so that what is measured is what the import holds and not how late V8 cleans up.
 */
function besideSize(name: string, path: string): Row {
  const args = ['--max-semi-space-size=16', import.meta.filename, path]
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const size = statSync(path).size / 1e6
  const value = Number(stdout) / 1e6
  return { what: `memory, ${name}`, value, unit: 'MB', beside: { what: 'the text', value: size, most: 10 } }
}

async function measureMemory(path: string): Promise<void> {
  const few = Buffer.from('I: When did they ring?\nP: On Monday.\n'.repeat(3))
  await parseFile({ name: 'few.txt', bytes: few })
  const before = process.memoryUsage().rss
  await parseFile({ name: basename(path), bytes: readFileSync(path) })
  console.log(process.resourceUsage().maxRSS * 1024 - before)
}

async function measureLong(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  const [text, captions] = [join(folder, '12 MB of turns.txt'), join(folder, '100,000 cues.vtt')]
  writeFileSync(text, turns(12_000_000))
  writeFileSync(captions, cues(100_000))
  const rows = [
    await besideSplitting(basename(text), text),
    await besideSplitting(basename(captions), captions),
    besideSize(basename(text), text),
  ]
  rmSync(folder, { recursive: true })
  return rows
}

async function measureDocx(name: string): Promise<Row> {
  const bytes = readFileSync(join(ROOT, 'fixtures/sample', name))
  const own = median(await timed(15, () => mammoth.convertToHtml({ buffer: bytes })))
  const taken = median(await timed(15, () => parseFile({ name, bytes: new Uint8Array(bytes) })))
  return {
    what: name,
    value: taken,
    unit: 'ms',
    beside: { what: 'mammoth’s conversion', value: own, most: 1.5 },
  }
}

const [measured] = process.argv.slice(2)
if (measured !== undefined) await measureMemory(measured)
else {
  const docx = [await measureDocx('P01.docx'), await measureDocx('P11.docx')]
  process.exitCode = report('Import', [...docx, ...(await measureLong())]) ? 0 : 1
}
