/** What is shown of a file before it is stored. Pure: the command line shows the same without a project. */
import type { z } from 'zod'
import type { importing, Preview } from '../contract/importing.ts'
import { LAYOUTS } from '../import/layouts/index.ts'
import type { Metadata, ParsedCases, ParsedDocument } from '../import/model.ts'
import { mergedTurns } from '../import/parse.ts'
import { countWords } from '../text/spans.ts'
import { certainAttributes, participantNames, type StudyAttribute } from './people.ts'

type PreviewOut = z.input<typeof Preview>
type StagedTurn = z.input<(typeof importing)['turns']['output']>['turns'][number]
type Kind = PreviewOut['kind']

const SAMPLE_TURNS = 40

/** What depends on the project: the study's attributes, and a document that is already there. */
export interface About {
  attributes?: readonly StudyAttribute[]
  duplicateOf?: string | null
}

export const isCases = (parsed: ParsedDocument | ParsedCases): parsed is ParsedCases => 'cases' in parsed

/** Every document a file becomes, as it would be stored when nothing is corrected. */
export function documentsOf(parsed: ParsedDocument | ParsedCases): ParsedDocument[] {
  return isCases(parsed) ? parsed.cases.map(caseDocument) : [parsed]
}

/** Whoever fills in a case is its participant. */
function caseDocument({ participant, document }: ParsedCases['cases'][number]): ParsedDocument {
  const [speaker, ...others] = document.speakers
  if (!speaker || others.length > 0) return document
  return {
    ...document,
    speakers: [{ label: speaker.label, role: 'participant', why: 'gave these answers' }],
    metadata: [...document.metadata, { key: 'participant', value: participant, from: 'table' }],
  }
}

/** A document's name: the file's without its ending. */
export const nameOf = (file: string): string => file.replace(/\.[\p{L}\d]{1,5}(?=$| – )/u, '')

/** The kind of evidence a file most likely is; an interview unless it says otherwise. */
export function kindOf(parsed: ParsedDocument | ParsedCases): Kind {
  if (isCases(parsed)) return 'survey comments'
  const said = parsed.metadata.filter(({ key }) =>
    ['title', 'interview', 'interview_type', 'type_of_interview'].includes(key),
  )
  const words = [parsed.name, ...said.map(({ value }) => value)].join(' ')
  const speakers = parsed.speakers.filter(({ role }) => role === 'participant').length
  if (/\bworkshop\b/iu.test(words) || (/^W\d+\b/u.test(parsed.name) && speakers > 1)) return 'workshop'
  return 'depth interview'
}

export const dateOf = (metadata: readonly Metadata[]): string | null =>
  metadata.find(({ key, value }) => key === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value))?.value ?? null

function layoutName(layout: string): string {
  return LAYOUTS.find(({ id }) => id === layout)?.name ?? layout
}

/** The figures and speakers of one document, as they are reported and stored. */
export function summaryOf(document: ParsedDocument, name: string = nameOf(document.name)) {
  return {
    layout: document.layout,
    confidence: document.confidence,
    undecided: document.undecided,
    turns: document.turns.filter(({ kind }) => kind === 'speech').length,
    mergedTurns: mergedTurns(document),
    events: document.turns.filter(({ kind }) => kind !== 'speech').length,
    words: document.turns
      .filter(({ kind }) => kind === 'speech')
      .reduce((sum, { start, end }) => sum + countWords(document.text.slice(start, end)), 0),
    speakers: speakersOf(document, participantNames(document, name)),
    ignored: document.ignored.reduce((sum, { times = 1 }) => sum + times, 0),
    characters: document.characters,
    metadata: document.metadata,
    warnings: document.warnings,
  }
}

function speakersOf(
  document: ParsedDocument,
  participants: readonly (string | null)[],
): PreviewOut['speakers'] {
  const counts = document.speakers.map(() => ({ turns: 0, mergedTurns: 0, words: 0 }))
  let last: number | null = null
  for (const { kind, speaker, start, end } of document.turns) {
    if (kind !== 'speech') continue
    const count = speaker === null ? undefined : counts[speaker]
    if (count) {
      count.turns++
      if (speaker !== last) count.mergedTurns++
      count.words += countWords(document.text.slice(start, end))
    }
    last = speaker
  }
  return document.speakers.map((speaker, index) => ({
    ...speaker,
    ...(counts[index] ?? { turns: 0, mergedTurns: 0, words: 0 }),
    participant: participants[index] ?? null,
  }))
}

/** Turns as they are shown, numbered as `notSpeech` counts them; a survey's cases follow one another. */
export function stagedTurns(documents: readonly ParsedDocument[], from: number, limit: number): StagedTurn[] {
  const shown: StagedTurn[] = []
  let before = 0
  for (const { turns, speakers, text } of documents) {
    for (let at = Math.max(0, from - before); at < turns.length && shown.length < limit; at++) {
      const turn = turns[at]
      if (!turn) continue
      shown.push({
        turn: before + at,
        kind: turn.kind,
        speaker: turn.speaker === null ? null : (speakers[turn.speaker]?.label ?? null),
        at: turn.startMs ?? null,
        text: text.slice(turn.start, turn.end),
      })
    }
    before += turns.length
  }
  return shown
}

function conflictsIn(metadata: readonly Metadata[]): PreviewOut['conflicts'] {
  const byKey = Map.groupBy(
    metadata.filter(({ key }) => key !== 'title'),
    ({ key }) => key,
  )
  return [...byKey].flatMap(([key, facts]) => {
    const values = new Map(facts.map(({ value, from }) => [value.trim().toLowerCase(), { value, from }]))
    return values.size > 1 ? [{ key, values: [...values.values()] }] : []
  })
}

/** A survey as one: its cases' figures added up, one row for all who answered. */
function together(parsed: ParsedCases, file: string): ParsedDocument | undefined {
  const [first] = documentsOf(parsed)
  return first && { ...first, name: file, speakers: [], metadata: [], warnings: first.warnings }
}

/** What is shown of one read file. `staged` is the id it waits under; an empty one for a dry run. */
export function previewOf(
  parsed: ParsedDocument | ParsedCases,
  file: string,
  staged: string,
  { attributes = [], duplicateOf = null }: About = {},
): PreviewOut {
  const documents = documentsOf(parsed)
  const whole = isCases(parsed) ? together(parsed, file) : parsed
  const all = documents.map((document) => summaryOf(document))
  const sum = (figure: (summary: (typeof all)[number]) => number) =>
    all.reduce((total, summary) => total + figure(summary), 0)
  const metadata = whole?.metadata ?? []
  return {
    staged,
    file,
    name: nameOf(file),
    format: whole?.format ?? '',
    layout: whole?.layout ?? 'plain',
    layoutName: layoutName(whole?.layout ?? 'plain'),
    confidence: whole?.confidence ?? 0,
    undecided: documents.some(({ undecided }) => undecided),
    encoding: whole?.encoding ?? null,
    alternatives: (whole?.alternatives ?? []).map(({ layout, confidence }) => ({
      layout,
      name: layoutName(layout),
      confidence,
    })),
    kind: kindOf(parsed),
    date: dateOf(metadata),
    documents: documents.length,
    turns: sum(({ turns }) => turns),
    mergedTurns: sum(({ mergedTurns }) => mergedTurns),
    events: sum(({ events }) => events),
    words: sum(({ words }) => words),
    speakers: all.flatMap(({ speakers }) => speakers),
    aliases: whole?.aliases ?? [],
    metadata,
    conflicts: conflictsIn(metadata),
    attributes: certainAttributes(metadata, attributes),
    ignored: documents.flatMap(({ ignored }) =>
      ignored.map(({ text, why, times = 1 }) => ({ text, why, times })),
    ),
    comments: documents.reduce((total, { comments }) => total + comments.length, 0),
    characters: {
      source: sum(({ characters }) => characters.source),
      kept: sum(({ characters }) => characters.kept),
      ignored: sum(({ characters }) => characters.ignored),
    },
    warnings: whole?.warnings ?? [],
    sample: stagedTurns(documents, 0, SAMPLE_TURNS),
    duplicateOf,
  }
}
