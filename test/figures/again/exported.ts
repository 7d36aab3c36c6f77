/**
 * What a reviewer has who is given the exported files and the method's page: who was heard, what was coded, and the rules by
 * which a passage counts, in plain loops. Nothing here is shared with core/analysis: where the two differ, one is wrong.
 */

export type Line = Readonly<Record<string, string>>

/** The tables of the coded dataset, the codebook and the participants, as a spreadsheet reads them. */
export interface Exported {
  /** Every passage, one with only a memo too. */
  passages: readonly Passage[]
  codings: readonly Line[]
  /** "Who was heard": a line for each participant in each transcript. */
  voices: readonly Line[]
  codebook: readonly Line[]
  people: readonly Line[]
  /** Columns of `people` that hold several values. */
  several: readonly string[]
}

/** Who is counted, by names. */
export interface Scope {
  complete?: boolean
  role?: string
  coders?: readonly string[]
  waves?: readonly string[]
  participants?: readonly string[]
  attribute?: readonly [id: string, value: string]
}

export interface Passage {
  id: string
  transcript: string
  coder: string
  participant: string
  start: number
  end: number
  words: number
  codes: { code: string; family: string; intensity: number }[]
}

const LOOSE = ['emotion', 'reason', 'layer', 'channel']
/** P: not withdrawn (they are not in the export), of the role asked for, in a transcript that is coded or complete. */
export function whoCounts({ voices, people, several }: Exported, wanted: Scope): Line[] {
  const person = new Map(people.map((line) => [line['participant'], line]))
  return voices.filter((voice) => {
    if ((wanted.role ?? 'resident') !== 'any' && voice['role'] !== (wanted.role ?? 'resident')) return false
    if (wanted.waves && !wanted.waves.includes(voice['wave'] ?? '')) return false
    if (wanted.participants && !wanted.participants.includes(voice['participant'] ?? '')) return false
    if (wanted.attribute) {
      const [id, value] = wanted.attribute
      if (!valuesOf(person.get(voice['participant']), id, several).includes(value)) return false
    }
    const complete = voice['status'] === 'complete'
    if (wanted.complete) return complete
    const coders = (voice['coders'] ?? '').split('; ').filter((name) => name !== '')
    if (wanted.coders) return coders.some((name) => wanted.coders?.includes(name))
    return complete || coders.length > 0
  })
}

/** Those counted, and the passages that are theirs (and, where coders are named, by those coders). */
export function counted(
  from: Exported,
  scope: Scope,
): { heard: Line[]; people: Set<string>; passages: Passage[] } {
  const heard = whoCounts(from, scope)
  const passages = from.passages.filter(
    (passage) =>
      (!scope.coders || scope.coders.includes(passage.coder)) &&
      heard.some(
        (voice) => voice['transcript'] === passage.transcript && voice['participant'] === passage.participant,
      ),
  )
  return { heard, people: new Set(heard.map((voice) => voice['participant'] ?? '')), passages }
}

export function valuesOf(person: Line | undefined, id: string, several: readonly string[]): string[] {
  const value = person?.[id] ?? ''
  return several.includes(id) ? value.split(';').map((part) => part.trim()) : [value]
}

export function passagesOf(codings: readonly Line[]): Passage[] {
  const passages = new Map<string, Passage>()
  for (const line of codings) {
    const id = line['passage'] ?? ''
    const passage = passages.get(id) ?? {
      id,
      transcript: line['transcript'] ?? '',
      coder: line['coder'] ?? '',
      participant: line['participant'] ?? '',
      start: Number(line['start']),
      end: Number(line['end']),
      words: Number(line['words']),
      codes: [],
    }
    const intensity = line['intensity'] === '' ? 2 : Number(line['intensity'])
    passage.codes.push({ code: line['code'] ?? '', family: line['family'] ?? '', intensity })
    passages.set(id, passage)
  }
  return [...passages.values()]
}

const has = (passage: Passage, families: readonly string[]) =>
  passage.codes.some(({ family }) => families.includes(family))

export const overlap = (a: Passage, b: Passage) =>
  a.transcript === b.transcript && a.coder === b.coder && a.start < b.end && b.start < a.end

/** Where a passage counts: its own touchpoints, or those of each passage it overlaps. `with` is what is read together there. */
export function placesOf(passage: Passage, all: readonly Passage[]): { codes: string[]; with: Passage[] }[] {
  const touchpoints = (of: Passage) =>
    of.codes.filter(({ family }) => family === 'touchpoint').map(({ code }) => code)
  const loose = (of: Passage) => !has(of, ['touchpoint']) && has(of, LOOSE)
  const place = (anchor: Passage) => ({
    codes: touchpoints(anchor),
    with: [anchor, ...all.filter((other) => loose(other) && overlap(anchor, other))],
  })
  if (has(passage, ['touchpoint'])) return [place(passage)]
  if (!loose(passage)) return []
  return all.filter((other) => has(other, ['touchpoint']) && overlap(passage, other)).map(place)
}

export function ancestor(codebook: readonly Line[], code: string, level: string): string | undefined {
  const line = codebook.find((entry) => entry['code'] === code)
  if (!line) return undefined
  return line['level'] === level ? code : ancestor(codebook, line['parent'] ?? '', level)
}

export type Definition = 'strict' | 'blocked' | 'family'

/** Codings of a passage that count as frustration. */
export function marksOf({ codebook }: Exported, passage: Passage, definition: Definition) {
  return passage.codes.flatMap(({ code, family, intensity }) => {
    if (family !== 'emotion') return []
    if (definition === 'strict') return code === 'frustration' ? [{ weight: 1, intensity }] : []
    if (definition === 'blocked')
      return code === 'frustration' || code === 'anger' ? [{ weight: 1, intensity }] : []
    const weight = Number(codebook.find((entry) => entry['code'] === code)?.['weight'] ?? 0)
    return weight > 0 ? [{ weight, intensity }] : []
  })
}

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Words in any of the passages: overlapping ones once, in proportion to the characters that are new. */
export function wordsIn(passages: readonly Passage[]): number {
  const inOrder = passages.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || Number(a.id) - Number(b.id),
  )
  const reached = new Map<string, number>()
  let words = 0
  for (const { transcript, start, end, words: own } of inOrder) {
    const from = Math.max(start, reached.get(transcript) ?? 0)
    if (end <= from) continue
    words += (own * (end - from)) / (end - start)
    reached.set(transcript, end)
  }
  return words
}

/** Wilson (1927), as the method's page prints it. */
export function wilson(x: number, n: number): [number | null, number | null] {
  if (n === 0) return [null, null]
  const z = 1.959963984540054
  const centre = (x + (z * z) / 2) / (n + z * z)
  const half = (z / (n + z * z)) * Math.sqrt((x * (n - x)) / n + (z * z) / 4)
  return [x === 0 ? 0 : centre - half, x === n ? 1 : centre + half]
}
