/** The list of export formats. */
import { CoreError } from '../contract/errors.ts'
import type { ReadableDb } from '../db/database.ts'
import { readEntries, type CodebookEntry } from '../codebook/exchange/entries.ts'
import { writeCodebook } from '../codebook/exchange/refi-write.ts'
import { codebookTable } from '../codebook/exchange/table.ts'
import { codedDataset, datasetDetails } from './dataset.ts'
import type { Exported, ExportRequest, Format } from './format.ts'
import { memosMarkdown } from './memos.ts'
import { passagesJson } from './passages.ts'
import { participantDetails, participantTable } from './people.ts'
import { dictionaryOf, toCsv, type Table } from './table.ts'
import { auditTrail } from './trail.ts'
import { utf8 } from './utf8.ts'
import { CELL_LIMIT, tooLong, toWorkbook, type Sheet } from './workbook.ts'

function datasetCsv(request: ExportRequest): Exported {
  const { table, voices, lost } = codedDataset(request)
  const name = `${request.stem} – coded dataset`
  return {
    files: [
      { name: `${name}.csv`, bytes: toCsv(table) },
      { name: `${name} – dictionary.csv`, bytes: toCsv(dictionaryOf(table)) },
      { name: `${name} – who was heard.csv`, bytes: toCsv(voices) },
      { name: `${name} – who was heard – dictionary.csv`, bytes: toCsv(dictionaryOf(voices)) },
    ],
    rows: table.rows.length,
    lost,
  }
}

/** What Excel's limit on a cell takes from a table. */
function cutShort(table: Table): string[] {
  const cut = tooLong(table)
  return cut === 0
    ? []
    : [`The end of ${cut} texts longer than ${CELL_LIMIT} characters, the most a cell of Excel holds.`]
}

async function datasetWorkbook(request: ExportRequest): Promise<Exported> {
  const { table, voices, lost } = codedDataset(request)
  const sheets: Sheet[] = [
    { name: 'Coded dataset', table },
    { name: 'Dictionary', table: dictionaryOf(table) },
    { name: 'Who was heard', table: voices },
    { name: 'Dictionary of who was heard', table: dictionaryOf(voices) },
  ]
  return {
    files: [{ name: `${request.stem} – coded dataset.xlsx`, bytes: await toWorkbook(sheets) }],
    rows: table.rows.length,
    lost: [...lost, ...cutShort(table)],
  }
}

function entriesOf(db: ReadableDb): CodebookEntry[] {
  const entries = readEntries(db)
  if (entries.length === 0) {
    throw new CoreError(
      'empty',
      'The codebook has no codes yet, so there is nothing to export. Add a code first.',
    )
  }
  return entries
}

function codebookCsv({ db, stem }: ExportRequest): Exported {
  const table = codebookTable(entriesOf(db))
  return {
    files: [{ name: `${stem} – codebook.csv`, bytes: toCsv(table) }],
    rows: table.rows.length,
    lost: [],
  }
}

async function codebookWorkbook({ db, stem }: ExportRequest): Promise<Exported> {
  const table = codebookTable(entriesOf(db))
  const sheets: Sheet[] = [
    { name: 'Codebook', table },
    { name: 'Dictionary', table: dictionaryOf(table) },
  ]
  return {
    files: [{ name: `${stem} – codebook.xlsx`, bytes: await toWorkbook(sheets) }],
    rows: table.rows.length,
    lost: cutShort(table),
  }
}

function codebookRefi({ db, stem }: ExportRequest): Exported {
  const entries = entriesOf(db)
  return {
    files: [{ name: `${stem} – codebook.qdc`, bytes: utf8(writeCodebook(entries)) }],
    rows: entries.length,
    lost: [
      'Short ids, aliases, versions and which codes are archived.',
      'Sides, clocks, channels and pairs of touchpoints; valence and frustration weight of emotions.',
      'When to use a code, when not to and its example are kept as paragraphs of its description.',
    ],
  }
}

const CODES = ['code', 'codes'] as const
const ROWS = ['row', 'rows'] as const

export const FORMATS: readonly Format[] = [
  {
    id: 'csv',
    name: 'Coded dataset (CSV)',
    extension: 'csv',
    about:
      'One row for each coding, who was heard where, and a data dictionary, for Excel, R, SPSS and other tools.',
    spoken: 'the coded dataset as CSV',
    unit: ROWS,
    aboutPeople: true,
    details: datasetDetails,
    make: datasetCsv,
  },
  {
    id: 'xlsx',
    name: 'Coded dataset (Excel)',
    extension: 'xlsx',
    about: 'One row for each coding, who was heard where, and sheets that explain the columns.',
    spoken: 'the coded dataset as an Excel workbook',
    unit: ROWS,
    aboutPeople: true,
    details: datasetDetails,
    make: datasetWorkbook,
  },
  {
    id: 'codebook-csv',
    name: 'Codebook (CSV)',
    extension: 'csv',
    about: 'One row for each code; it can be edited and read back.',
    spoken: 'the codebook as CSV',
    unit: CODES,
    aboutPeople: false,
    make: codebookCsv,
  },
  {
    id: 'codebook-xlsx',
    name: 'Codebook (Excel)',
    extension: 'xlsx',
    about: 'One row for each code; it can be edited and read back.',
    spoken: 'the codebook as an Excel workbook',
    unit: CODES,
    aboutPeople: false,
    make: codebookWorkbook,
  },
  {
    id: 'qdc',
    name: 'Codebook (REFI-QDA)',
    extension: 'qdc',
    about: 'The codebook for NVivo, ATLAS.ti, MAXQDA and other tools that read REFI-QDA.',
    spoken: 'the codebook as REFI-QDA',
    unit: CODES,
    aboutPeople: false,
    make: codebookRefi,
  },
  {
    id: 'memos',
    name: 'Memos (Markdown)',
    extension: 'md',
    about: 'Every memo, gathered by what it is about.',
    spoken: 'the memos as Markdown',
    unit: ['memo', 'memos'],
    aboutPeople: true,
    make: (request) => memosMarkdown(request),
  },
  {
    id: 'audit-trail',
    name: 'Audit trail (CSV)',
    extension: 'csv',
    about: 'Every step of the study: who, when and what, for reviewers.',
    spoken: 'the audit trail as CSV',
    unit: ['step', 'steps'],
    aboutPeople: false,
    make: auditTrail,
  },
  {
    id: 'passages',
    name: 'Passages (JSON)',
    extension: 'json',
    about: 'Every passage with its codes and memos, for programs.',
    spoken: 'the passages as JSON',
    unit: ['passage', 'passages'],
    aboutPeople: true,
    make: passagesJson,
  },
  {
    id: 'participants',
    name: 'Participants (CSV)',
    extension: 'csv',
    about: 'One row for each participant with their details; it can be edited and read back.',
    spoken: 'the participants as CSV',
    unit: ['participant', 'participants'],
    aboutPeople: true,
    details: participantDetails,
    make: participantTable,
  },
]

/** A format by its id, in any case. Throws `unsupported` with the ids there are. */
export function requireFormat(id: string): Format {
  const wanted = id.trim().toLowerCase()
  const format = FORMATS.find((known) => known.id === wanted)
  if (!format) {
    const known = FORMATS.map((format) => format.id).join(', ')
    throw new CoreError('unsupported', `There is no export format “${id}”. Choose one of: ${known}.`)
  }
  return format
}
