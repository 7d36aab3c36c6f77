/** A whole study as a REFI-QDA project (.qdpx, schema 1.0), for NVivo, ATLAS.ti, MAXQDA and others. */
import { createHash } from 'node:crypto'
import { strToU8, zipSync, type Zippable } from 'fflate'
import { codeElements } from '../../codebook/exchange/refi-write.ts'
import { readEntries } from '../../codebook/exchange/entries.ts'
import { guidText } from '../../codebook/exchange/guids.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { readMemos, type MemoOut } from '../../memos/read.ts'
import { readWithheld } from '../../participants/withheld.ts'
import type { Details } from '../attributes.ts'
import { readEvidence, type ExportedPassage } from '../evidence.ts'
import { counted, type Exported, type ExportRequest, type Role } from '../format.ts'
import { memosToLeave } from '../memos.ts'
import { participantDetails, peopleIn } from '../people.ts'
import { EPOCH } from '../repack.ts'
import { container, element, wordsIn, type Element } from './element.ts'
import { sourceText, type SourceText } from './source.ts'

interface Document {
  id: number
  guid: Buffer
  name: string
  kind: string
  journey: string | null
  wave: string | null
  date: string | null
  imported: number
}

/** Facts of a transcript that the format can hold. */
const FACTS = [
  ['Kind of evidence', ({ kind }: Document) => kind],
  ['Journey', ({ journey }: Document) => journey],
  ['Wave', ({ wave }: Document) => wave],
  ['Date', ({ date }: Document) => date],
] as const

/** The same name gives the same GUID in every study and on every day. */
function guidFor(name: string): string {
  return guidText(createHash('sha256').update(`waymark:${name}`).digest().subarray(0, 16))
}

const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Everything the parts of the file need to know. */
interface Study {
  db: ReadableDb
  documents: Document[]
  texts: ReadonlyMap<number, SourceText>
  passages: ReadonlyMap<number, ExportedPassage[]>
  coders: ReadonlyMap<string, string>
  codes: ReadonlyMap<string, string>
  codings: ReadonlyMap<number, string>
  /** Memos that may leave, with a GUID each, by what they are on. */
  notes: ReadonlyMap<string, readonly Note[]>
}

interface Note extends MemoOut {
  guid: string
}

export function refiProject(request: ExportRequest): Exported {
  const { db, role, stem } = request
  const { passages, lost } = readEvidence(db, role)
  const study = readStudy(db, role, passages)
  const details = participantDetails(request)
  const project = element(
    'Project',
    {
      name: db.value<string>(sql`SELECT name FROM project`) ?? '',
      origin: 'Waymark',
      xmlns: 'urn:QDA-XML:project:1.0',
    },
    [
      container('Users', usersOf(study)),
      codebookOf(study),
      container('Variables', variablesOf(details)),
      container('Cases', casesOf(request, study, details)),
      container(
        'Sources',
        study.documents.map((document) => sourceOf(study, document)),
      ),
      container('Notes', notesOf(study)),
      ...refsTo(study, 'project', 1),
    ],
  )
  const xml = ['<?xml version="1.0" encoding="UTF-8"?>', ...project, ''].join('\n')
  const files: Zippable = { 'project.qde': strToU8(xml) }
  for (const { id, guid } of study.documents) {
    files[`sources/${guidText(guid)}.txt`] = strToU8(study.texts.get(id)?.text ?? '')
  }
  return {
    files: [{ name: `${stem}.qdpx`, bytes: zipSync(files, { mtime: EPOCH, level: 6 }) }],
    rows: passages.length,
    lost: [...lostIn(study), ...lost, ...details.lost],
  }
}

/** Beside who stands out: unlike a table of codings it is everything that was said. */
export function projectDetails(request: ExportRequest): Details {
  const details = participantDetails(request)
  const whole = 'The file holds the transcripts in full, not only what is coded. Read them for names first.'
  return { ...details, cautions: [...details.cautions, whole] }
}

function lostIn({ texts }: Study): string[] {
  const parts = [...texts.values()].filter(({ isPart }) => isPart).length
  return [
    'How strong a feeling is, and whether it was said or understood.',
    'Sides, clocks, channels and pairs of touchpoints; valence and frustration weight of emotions; short ids and versions of codes.',
    'Times in the recording, flags, bookmarks, the framework matrix, saved views and the history.',
    ...(parts > 0
      ? [
          `Words of people who were not asked for or may not be told, in ${counted(parts, ['transcript', 'transcripts'])}: each of their characters stands as ▒.`,
        ]
      : []),
  ]
}

function readStudy(db: ReadableDb, role: Role, passages: readonly ExportedPassage[]): Study {
  const withheld = readWithheld(db)
  const documents = db
    .all<Document & { asked: number }>(sql`
      SELECT d.id, d.guid, d.name, d.kind, d.journey, d.wave, d.date, d.imported, ${role} = 'any' OR EXISTS (
        SELECT 1 FROM speaker AS s JOIN participant AS p ON p.id = s.participant WHERE s.document = d.id AND p.role = ${role}
      ) AS asked
      FROM document AS d ORDER BY d.name COLLATE NOCASE, d.id`)
    .filter(({ id, asked }) => asked === 1 && !withheld.all(id))
  const guids = (rows: readonly [number, Buffer][]) => new Map(rows.map(([id, guid]) => [id, guidText(guid)]))
  const memoGuids = guids(db.rows<[number, Buffer]>(sql`SELECT id, guid FROM memo`))
  const notes = memosToLeave(db, role, readMemos(db)).map((memo) => ({
    ...memo,
    guid: memoGuids.get(memo.memo) ?? '',
  }))
  return {
    db,
    documents,
    texts: new Map(documents.map(({ id }) => [id, sourceText(db, id, role)])),
    passages: Map.groupBy(passages, ({ document }) => document),
    coders: new Map(
      db
        .rows<[string, Buffer]>(sql`SELECT name, guid FROM coder ORDER BY id`)
        .map(([name, guid]) => [name, guidText(guid)]),
    ),
    codes: new Map(readEntries(db).map(({ code, guid }) => [code, guidText(guid)])),
    codings: guids(db.rows<[number, Buffer]>(sql`SELECT id, guid FROM coding`)),
    notes: Map.groupBy(notes, ({ target: { kind, id } }) => `${kind} ${id}`),
  }
}

const usersOf = ({ coders }: Study): Element[] =>
  [...coders].map(([name, guid]) => element('User', { guid, name }))

function codebookOf({ db, notes }: Study): Element | null {
  const entries = readEntries(db)
  if (entries.length === 0) return null
  const refs = (code: number) => (notes.get(`code ${code}`) ?? []).map(({ guid }) => guid)
  // One piece, not lines to indent: definitions have lines of their own.
  const codes = codeElements(entries, '      ', refs).trimStart()
  return element('CodeBook', {}, [container('Codes', [[codes]])])
}

function variablesOf({ columns }: Details): Element[] {
  const people = columns.map(({ key, meaning }) =>
    element('Variable', { guid: guidFor(`attribute ${key}`), name: key, typeOfVariable: 'Text' }, [
      wordsIn('Description', meaning),
    ]),
  )
  const sources = FACTS.map(([name]) =>
    element('Variable', { guid: guidFor(name), name, typeOfVariable: name === 'Date' ? 'Date' : 'Text' }),
  )
  return [...people, ...sources]
}

function valueOf(variable: string, value: string | null, kind: 'TextValue' | 'DateValue'): Element | null {
  if (value === null || value === '') return null
  return element('VariableValue', {}, [
    element('VariableRef', { targetGUID: guidFor(variable) }),
    wordsIn(kind, value),
  ])
}

/** A case for each participant: their details, the transcripts they speak in alone, and their passages in the others. */
function casesOf({ db, role }: ExportRequest, study: Study, { columns, valuesOf }: Details): Element[] {
  const heard = db.rows<[number, number]>(
    sql`SELECT DISTINCT participant, document FROM speaker WHERE participant IS NOT NULL ORDER BY document`,
  )
  const inDocument = Map.groupBy(heard, ([, document]) => document)
  const guids = new Map(db.rows<[number, Buffer]>(sql`SELECT id, guid FROM participant`))
  const passages = [...study.passages.values()].flat()
  return peopleIn(db, role).map(({ id, name }) => {
    const alone = study.documents.filter(({ id: document }) =>
      (inDocument.get(document) ?? []).every(([person]) => person === id),
    )
    const own = alone.filter(({ id: document }) => (inDocument.get(document) ?? []).length > 0)
    const whole = new Set(own.map(({ id: document }) => document))
    const parts = passages.filter((passage) => passage.participant === id && !whole.has(passage.document))
    const about = study.notes.get(`participant ${id}`) ?? []
    return element('Case', { guid: guidText(guids.get(id) ?? Buffer.alloc(16)), name }, [
      about.length > 0 ? wordsIn('Description', about.map(({ text }) => text).join('\n\n')) : null,
      ...valuesOf(id).map((value, at) => valueOf(`attribute ${columns[at]?.key}`, value, 'TextValue')),
      ...own.map(({ guid }) => element('SourceRef', { targetGUID: guidText(guid) })),
      ...parts.map(({ guid }) => element('SelectionRef', { targetGUID: guidText(guid) })),
    ])
  })
}

function sourceOf(study: Study, document: Document): Element {
  const guid = guidText(document.guid)
  const text = study.texts.get(document.id)
  const selections = (study.passages.get(document.id) ?? []).map((passage) => {
    const { start, end } = text?.place(passage) ?? passage
    const user = study.coders.get(passage.coder)
    return element(
      'PlainTextSelection',
      {
        guid: guidText(passage.guid),
        name: nameFor(passage),
        startPosition: start,
        endPosition: end,
        creatingUser: user,
      },
      [
        ...passage.codings.map(({ id, code, created }) =>
          element(
            'Coding',
            { guid: study.codings.get(id), creatingUser: user, creationDateTime: moment(created) },
            [element('CodeRef', { targetGUID: study.codes.get(code) })],
          ),
        ),
        ...refsTo(study, 'passage', passage.id),
      ],
    )
  })
  return element(
    'TextSource',
    {
      guid,
      name: document.name,
      plainTextPath: `internal://${guid}.txt`,
      creationDateTime: moment(document.imported),
    },
    [
      ...selections,
      ...refsTo(study, 'document', document.id),
      ...FACTS.map(([name, of]) => valueOf(name, of(document), name === 'Date' ? 'DateValue' : 'TextValue')),
    ],
  )
}

/** What lists of quotations show; nobody's words who does not want to be quoted. */
const nameFor = ({ quote, participantName, speaker }: ExportedPassage): string =>
  quote === null
    ? (participantName ?? speaker ?? '')
    : quote.replaceAll(/\s+/gu, ' ').slice(0, 60).toWellFormed()

const refsTo = ({ notes }: Study, kind: string, id: number): Element[] =>
  (notes.get(`${kind} ${id}`) ?? []).map(({ guid }) => element('NoteRef', { targetGUID: guid }))

const notesOf = ({ notes, coders }: Study): Element[] =>
  [...notes.values()]
    .flat()
    .filter(({ target }) => target.kind !== 'participant')
    .map(({ guid, about, text, coder, created, changed }) =>
      element(
        'Note',
        {
          guid,
          name: about.replaceAll(/\s+/gu, ' ').slice(0, 80).toWellFormed(),
          creatingUser: coders.get(coder.name),
          creationDateTime: created,
          modifiedDateTime: changed,
        },
        [wordsIn('PlainTextContent', text)],
      ),
    )
