/**
 * The heatmap worked out again from exported files alone, by the method's page and by plain loops. It shares no line with
 * core/analysis: where the two differ, one of them is wrong.
 */

import {
  ancestor,
  marksOf,
  mean,
  passagesOf,
  placesOf,
  valuesOf,
  whoCounts,
  wilson,
  wordsIn,
  type Definition,
  type Exported,
  type Line,
  type Passage,
  type Scope,
} from './exported.ts'

export interface Wanted extends Scope {
  rows: string
  columns: string
  frustration: Definition
  journeys?: readonly string[]
}

export interface Figure {
  passages: number
  P: number
  E: number
  F: number
  prevalence: number | null
  low: number | null
  high: number | null
  reach: number | null
  share: number | null
  intensity: number | null
  index: number | null
  density: number | null
  sentiment: number | null
  positive: number
  both: number
  spread: number | null
  state: string
  thin: boolean
}

export interface Recounted {
  /** By the row's short id, in journey order. */
  rows: Map<string, { total: Figure; why: { code: string; participants: number }[] }>
  /** By row, a line break and the column: ids for codes, names for people and transcripts' numbers. */
  cells: Map<string, Figure>
  participants: number
  documents: number
  unfinished: number
}

const SMALL = 3
const THIN = 5

export function recount(from: Exported, wanted: Wanted): Recounted {
  const heard = whoCounts(from, wanted)
  const passages = passagesOf(from.codings)
  const everyone = new Set(heard.map((voice) => voice['participant'] ?? ''))
  const spoken = (voices: readonly Line[]) => voices.reduce((sum, voice) => sum + Number(voice['words']), 0)
  const result: Recounted = {
    rows: new Map(),
    cells: new Map(),
    participants: everyone.size,
    documents: new Set(heard.map((voice) => voice['transcript'])).size,
    unfinished: new Set(
      heard.filter((voice) => voice['status'] !== 'complete').map((voice) => voice['transcript']),
    ).size,
  }
  const counted = passages.filter(
    (passage) =>
      (!wanted.coders || wanted.coders.includes(passage.coder)) &&
      heard.some(
        (voice) => voice['transcript'] === passage.transcript && voice['participant'] === passage.participant,
      ),
  )
  const places = new Map(counted.map((passage) => [passage, placesOf(passage, passages)]))
  for (const row of rowsOf(from.codebook, wanted)) {
    const here = counted.flatMap((passage) => {
      const at = (places.get(passage) ?? []).filter((place) =>
        place.codes.some((code) => isUnder(from, code, row, wanted.rows)),
      )
      return at.length > 0 ? [{ passage, at }] : []
    })
    if (here.length === 0) continue
    const all = here.map(({ passage }) => passage)
    const frustrated = (passage: Passage) => marksOf(from, passage, wanted.frustration)
    const size = { P: everyone.size, words: spoken(heard) }
    result.rows.set(row, { total: figure(from, all, all, frustrated, size), why: reasonsOf(from, all) })
    for (const column of columnsOf(from, wanted, heard)) {
      const segment = here
        .filter(({ passage, at }) => inColumn(from, wanted, column, passage, at, heard))
        .map(({ passage }) => passage)
      const key = `${row}\n${column}`
      if (wanted.columns === 'emotion') {
        const felt = (passage: Passage) =>
          passage.codes
            .filter(({ code }) => code === column)
            .map(({ intensity }) => ({ weight: 1, intensity }))
        result.cells.set(key, figure(from, all, segment, felt, size))
      } else {
        const own = segmentSize(from, wanted, column, heard)
        result.cells.set(
          key,
          figure(
            from,
            segment,
            segment,
            frustrated,
            own ? { P: own.people, words: spoken(own.voices) } : size,
          ),
        )
      }
    }
  }
  return result
}

function rowsOf(codebook: readonly Line[], { rows, journeys }: Wanted): string[] {
  return codebook
    .filter((code) => code['family'] === 'touchpoint' && code['level'] === rows)
    .filter((code) => !journeys || journeys.includes(ancestor(codebook, code['code'] ?? '', 'journey') ?? ''))
    .map((code) => code['code'] ?? '')
}

const isUnder = ({ codebook }: Exported, code: string, row: string, level: string) =>
  ancestor(codebook, code, level) === row

function reasonsOf({ codebook }: Exported, passages: readonly Passage[]) {
  return codebook
    .filter((code) => code['family'] === 'reason')
    .map((code) => {
      const said = passages.filter((passage) => passage.codes.some((use) => use.code === code['code']))
      return {
        code: code['code'] ?? '',
        participants: new Set(said.map(({ participant }) => participant)).size,
      }
    })
    .filter(({ participants }) => participants > 0)
    .sort((a, b) => b.participants - a.participants)
    .slice(0, 5)
}

function columnsOf(from: Exported, { columns }: Wanted, heard: readonly Line[]): string[] {
  const different = (values: (string | undefined)[]) => [...new Set(values.map((value) => value ?? ''))]
  if (['emotion', 'reason', 'layer', 'channel'].includes(columns)) {
    return from.codebook.filter((code) => code['family'] === columns).map((code) => code['code'] ?? '')
  }
  if (columns === 'coder') return different(from.codings.map((line) => line['coder']))
  if (columns.startsWith('attribute:')) {
    const id = columns.slice('attribute:'.length)
    return different(from.people.flatMap((person) => valuesOf(person, id, from.several)))
  }
  return different(heard.map((voice) => voice[columns === 'document' ? 'transcript' : columns]))
}

function inColumn(
  from: Exported,
  { columns }: Wanted,
  column: string,
  passage: Passage,
  at: readonly { with: Passage[] }[],
  heard: readonly Line[],
): boolean {
  if (columns === 'emotion') return passage.codes.some(({ code }) => code === column)
  if (['reason', 'layer', 'channel'].includes(columns)) {
    return at.some((place) => place.with.some(({ codes }) => codes.some(({ code }) => code === column)))
  }
  if (columns === 'coder') return passage.coder === column
  return segmentVoices(from, columns, column, heard).some(
    (voice) => voice['transcript'] === passage.transcript && voice['participant'] === passage.participant,
  )
}

function segmentVoices(from: Exported, columns: string, column: string, heard: readonly Line[]): Line[] {
  if (!columns.startsWith('attribute:')) {
    return heard.filter((voice) => (voice[columns === 'document' ? 'transcript' : columns] ?? '') === column)
  }
  const id = columns.slice('attribute:'.length)
  return heard.filter((voice) => {
    const person = from.people.find((line) => line['participant'] === voice['participant'])
    return valuesOf(person, id, from.several).includes(column)
  })
}

/** Null where a column does not restrict who is in scope. */
function segmentSize(from: Exported, { columns }: Wanted, column: string, heard: readonly Line[]) {
  if (['reason', 'layer', 'channel', 'coder'].includes(columns)) return null
  const voices = segmentVoices(from, columns, column, heard)
  return { people: new Set(voices.map((voice) => voice['participant'])).size, voices }
}

function figure(
  { codebook }: Exported,
  spoke: readonly Passage[],
  felt: readonly Passage[],
  marks: (passage: Passage) => { weight: number; intensity: number }[],
  { P, words }: { P: number; words: number },
): Figure {
  const people = (passages: readonly Passage[]) => [
    ...new Set(passages.map(({ participant }) => participant)),
  ]
  const withValence = (valence: string) =>
    people(
      spoke.filter(({ codes }) =>
        codes.some(({ code }) => codebook.find((entry) => entry['code'] === code)?.['valence'] === valence),
      ),
    )
  const marked = felt.filter((passage) => marks(passage).length > 0)
  const frustrated = people(marked)
  const by = (who: string) => marked.filter(({ participant }) => participant === who)
  const [E, F] = [people(spoke).length, frustrated.length]
  const [positive, negative] = [withValence('pos'), withValence('neg')]
  const peaks = frustrated.map((who) =>
    Math.max(
      ...by(who)
        .flatMap(marks)
        .map(({ weight, intensity }) => weight * intensity),
    ),
  )
  const most = Math.max(
    0,
    ...people(felt).map((who) => felt.filter(({ participant }) => participant === who).length),
  )
  const of = (part: number, whole: number) => (whole > 0 ? part / whole : null)
  const [low, high] = wilson(F, E)
  return {
    passages: felt.length,
    P,
    E,
    F,
    prevalence: of(F, E),
    low,
    high,
    reach: of(E, P),
    share: of(F, P),
    intensity:
      F > 0
        ? mean(
            frustrated.map((who) =>
              mean(
                by(who)
                  .flatMap(marks)
                  .map(({ intensity }) => intensity),
              ),
            ),
          )
        : null,
    index: of((100 / 3) * peaks.reduce((sum, peak) => sum + peak, 0), E),
    density: of(1000 * frustrated.reduce((sum, who) => sum + wordsIn(by(who)), 0), words),
    sentiment: of(positive.length - negative.length, E),
    positive: positive.length,
    both: frustrated.filter((who) => positive.includes(who)).length,
    spread: of(most, felt.length),
    state: P === 0 ? 'uncoded' : E === 0 ? 'unmentioned' : E < SMALL ? 'small' : F === 0 ? 'zero' : 'value',
    thin: E >= SMALL && E < THIN,
  }
}
