/** Reading transcripts: a Word file beside mammoth's own conversion, long text and captions beside splitting it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

async function besideSplitting(name: string, bytes: Uint8Array): Promise<Row> {
  const split = median(
    await timed(
      5,
      () =>
        new TextDecoder()
          .decode(bytes)
          .split('\n')
          .map((line) => line.trim()).length,
    ),
  )
  const taken = median(await timed(5, () => parseFile({ name, bytes })))
  return {
    what: name,
    value: taken,
    unit: 'ms',
    beside: { what: 'reading and splitting', value: split, most: 3 },
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
