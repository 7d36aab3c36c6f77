/** Codes together and by transcript, counted again by setting every passage against every other. */
import { counted, overlap, type Exported, type Passage, type Scope } from './exported.ts'

export type By = 'passage' | 'overlap' | 'participant'

export interface Pair {
  together: number
  participants: number
  coefficient: number
}

interface Together {
  occurs: Map<string, number>
  /** By row and column, parted by a line break. */
  pairs: Map<string, Pair>
}

const has = ({ codes }: Passage, code: string) => codes.some((use) => use.code === code)

export function together(
  from: Exported,
  families: { rows: string; columns: string },
  { by, scope }: { by: By; scope: Scope },
): Together {
  const { passages } = counted(from, scope)
  const codesOf = (family: string) =>
    from.codebook.filter((line) => line['family'] === family).map((line) => line['code'] ?? '')
  const [rows, columns] = [codesOf(families.rows), codesOf(families.columns)]
  const units = by === 'participant' ? byPerson(passages) : passages
  const occurs = new Map<string, number>()
  for (const code of new Set([...rows, ...columns])) {
    const times = units.filter((unit) => has(unit, code)).length
    if (times > 0) occurs.set(code, times)
  }
  const pairs = new Map<string, Pair>()
  for (const row of rows) {
    for (const column of columns) {
      if (row === column) continue
      const meetings = units.flatMap((one) =>
        has(one, row)
          ? units.filter((other) => has(other, column) && meet(one, other, by)).map((other) => [one, other])
          : [],
      )
      if (meetings.length === 0) continue
      const people = new Set(meetings.flat().map(({ participant }) => participant))
      const either = (occurs.get(row) ?? 0) + (occurs.get(column) ?? 0) - meetings.length
      const coefficient = either > 0 ? Math.min(1, meetings.length / either) : 1
      pairs.set(`${row}\n${column}`, { together: meetings.length, participants: people.size, coefficient })
    }
  }
  return { occurs, pairs }
}

const meet = (one: Passage, other: Passage, by: By): boolean =>
  by === 'overlap' ? overlap(one, other) : one === other

/** Everything one participant said as one passage. */
function byPerson(passages: readonly Passage[]): Passage[] {
  const people = new Map<string, Passage>()
  for (const passage of passages) {
    const known = people.get(passage.participant)
    people.set(passage.participant, { ...passage, codes: [...(known?.codes ?? []), ...passage.codes] })
  }
  return [...people.values()]
}

interface ByTranscript {
  /** By code and transcript's number, parted by a line break. */
  counts: Map<string, number>
  participants: Map<string, number>
  /** Passages of each transcript, with or without a code. */
  passages: Map<string, number>
}

export function byTranscript(from: Exported, scope: Scope): ByTranscript {
  const { passages } = counted(from, scope)
  const result: ByTranscript = { counts: new Map(), participants: new Map(), passages: new Map() }
  const more = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  for (const { transcript, codes } of passages) {
    more(result.passages, transcript)
    for (const { code } of codes) more(result.counts, `${code}\n${transcript}`)
  }
  for (const code of new Set(passages.flatMap(({ codes }) => codes.map((use) => use.code)))) {
    const said = passages.filter((passage) => has(passage, code))
    result.participants.set(code, new Set(said.map(({ participant }) => participant)).size)
  }
  return result
}
