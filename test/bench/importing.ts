/**
 * Reading transcripts: a Word file beside mammoth's own conversion; long text and captions beside what any
 * reader of the text must do at least: read the file, decode it, normalise it, split it into lines and words.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

async function besideSplitting(name: string, bytes: Uint8Array): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const own = median(await timed(9, () => split(path)))
  const taken = median(await timed(9, () => parseFile({ name, bytes: readFileSync(path) })))
  rmSync(folder, { recursive: true })
  return {
    what: name,
    value: taken,
    unit: 'ms',
    beside: { what: 'reading and splitting', value: own, most: 3 },
  }
}

const rows: Row[] = []
for (const name of ['P01.docx', 'P11.docx']) {
  const bytes = readFileSync(join(ROOT, 'fixtures/sample', name))
  const own = median(await timed(15, () => mammoth.convertToHtml({ buffer: bytes })))
  const taken = median(await timed(15, () => parseFile({ name, bytes: new Uint8Array(bytes) })))
  rows.push({
    what: name,
    value: taken,
    unit: 'ms',
    beside: { what: 'mammoth’s conversion', value: own, most: 1.5 },
  })
}
rows.push(
  await besideSplitting('12 MB of turns.txt', turns(12_000_000)),
  await besideSplitting('100,000 cues.vtt', cues(100_000)),
)
process.exitCode = report('Import', rows) ? 0 : 1
