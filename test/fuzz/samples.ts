/** The files that are damaged: the sample study, small documents built here, and the shared transcripts if at hand. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { docx, odt, paragraph, pdf, run, xlsx } from '../../fixtures/import/build.ts'
import { ROOT } from '../support/architecture.ts'

export interface Sample {
  name: string
  bytes: Uint8Array
}

const FORMATS = /\.(?:docx|odt|rtf|txt|md|html?|pdf|vtt|srt|csv|tsv|xlsx)$/i
/** Longer files are slow to damage often, and hold nothing shorter ones do not. */
const MOST = 200_000

function inFolder(folder: string): Sample[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => FORMATS.test(name) && statSync(join(folder, name)).size <= MOST)
    .toSorted()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
}

const shared = join(process.env['WAYMARK_SHARED'] ?? join(ROOT, '../shared'), 'transcripts')

export const sharedAreHere = existsSync(shared)

export const sampleStudy = () => inFolder(join(ROOT, 'fixtures/sample'))
export const sharedTranscripts = () => inFolder(shared)

const TURNS = [
  ['Interviewer', 'When did you first report the damp?'],
  ['Aisha Khan', 'In March – nobody came until June. I wrote “urgent” on the form 😬.'],
  ['Interviewer', 'And how did that feel?'],
  ['Aisha Khan', 'Like shouting into a café. [laughs] Sorry.'],
  ['Neighbour', 'It was the same next door.'],
  ['Interviewer', 'Thank you both.'],
] as const

const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
const style = '<w:pPr><w:pStyle w:val="Question"/></w:pPr>'
const comment =
  '<w:comment w:id="1" w:author="Reviewer"><w:p><w:r><w:t>Check the date.</w:t></w:r></w:p></w:comment>'
const commented = `<w:p><w:commentRangeStart w:id="1"/>${run('Interviewer: ', '<w:b/>')}${run('Which month?')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`
const revised =
  '<w:p><w:r><w:t>Aisha Khan: In </w:t></w:r><w:del w:id="2"><w:r><w:delText>April</w:delText></w:r></w:del><w:ins w:id="3"><w:r><w:t>March</w:t></w:r></w:ins></w:p>'

/** One small document for each format that is packed or drawn. */
export function built(): Sample[] {
  const lines = TURNS.map(([label, text]) => paragraph(`${label}: ${text}`)).join('')
  const bold = TURNS.map(
    ([label, text]) => `<w:p>${style}${run(label, '<w:b/>')}${run(`\t${text}`)}</w:p>`,
  ).join('')
  const table = `<w:tbl>${TURNS.map((turn) => row(turn)).join('')}</w:tbl>`
  const sheet = TURNS.map(
    (turn, at) =>
      `<row r="${at + 1}">${turn.map((text, column) => `<c r="${'AB'[column]}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`,
  ).join('')
  const page = TURNS.map(([label, text], at) => ({
    x: 72,
    y: 72 + at * 16,
    text: `${label}: ${text.replace(/[^ -~]/g, '')}`,
  }))
  return [
    {
      name: 'lines.docx',
      bytes: docx(lines, { header: paragraph('SN 9999 – int007'), footer: paragraph('Page 1') }),
    },
    { name: 'bold.docx', bytes: docx(bold) },
    { name: 'table.docx', bytes: docx(table) },
    { name: 'comments.docx', bytes: docx(commented + revised + lines, { comments: comment }) },
    {
      name: 'lines.odt',
      bytes: odt(TURNS.map(([label, text]) => `<text:p>${label}: ${text}</text:p>`).join('')),
    },
    { name: 'turns.xlsx', bytes: xlsx([{ name: 'Turns', data: sheet }]) },
    { name: 'lines.pdf', bytes: pdf([page, page]) },
  ]
}
