/** Agreement between coders, worked out again pair by pair and character by character. */
import { counted, type Exported, type Passage, type Scope } from './exported.ts'

/** A transcript as its reader shows it: how long it is, and where those counted speak. */
export interface Text {
  length: number
  turns: readonly { start: number; end: number; participant: string }[]
}

export interface Agreed {
  transcripts: number
  units: number
  alpha: number | null
  agreement: number | null
  positiveAgreement: number | null
  prevalence: number | null
  kappa: number | null
  intensity: number | null
}

type Ratings = (number | null)[]

/** By code, for codes that anyone used in a transcript that two coders coded; judged turn by turn. */
export function agreement(
  from: Exported,
  scope: Scope,
  texts: ReadonlyMap<string, Text>,
): Map<string, Agreed> {
  const { heard } = counted(from, scope)
  const coded = [...new Set(heard.map((voice) => voice['transcript'] ?? ''))].flatMap((transcript) => {
    const passages = from.passages.filter((passage) => passage.transcript === transcript)
    const coders = new Set(passages.map(({ coder }) => coder))
    const text = texts.get(transcript)
    const people = heard.filter((voice) => voice['transcript'] === transcript)
    const units = text?.turns.filter(({ participant }) =>
      people.some((voice) => voice['participant'] === participant),
    )
    return coders.size < 2 || !text || !units ? [] : [{ passages, coders, units, length: text.length }]
  })
  const coders = [...new Set(coded.flatMap((transcript) => [...transcript.coders]))]
  const codes = new Set(coded.flatMap(({ passages }) => passages.flatMap((p) => p.codes.map((c) => c.code))))
  const figures = new Map<string, Agreed>()
  for (const code of codes) {
    const ratings = coded.flatMap(({ passages, coders: here, units }) =>
      units.map((unit): Ratings =>
        coders.map((coder) =>
          here.has(coder)
            ? Number(using(passages, coder, code).some((passage) => meets(passage, unit)))
            : null,
        ),
      ),
    )
    const strengths = coded.flatMap(({ passages, units }) =>
      units.map((unit): Ratings => coders.map((coder) => strongest(passages, coder, code, unit))),
    )
    const isEmotion = from.codebook.some((line) => line['code'] === code && line['family'] === 'emotion')
    const byBoth = coded.filter((transcript) => coders.every((coder) => transcript.coders.has(coder)))
    figures.set(code, {
      transcripts: coded.length,
      units: ratings.filter((unit) => judged(unit).length > 1).length,
      alpha: alpha(ratings, () => 1),
      ...shares(ratings),
      kappa:
        coders.length === 2
          ? kappa(
              byBoth.map(({ passages, length }) => {
                const [first = '', second = ''] = coders
                return [marked(passages, first, code, length), marked(passages, second, code, length)]
              }),
            )
          : null,
      intensity: isEmotion ? ordinal(strengths) : null,
    })
  }
  return figures
}

const meets = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

const using = (passages: readonly Passage[], coder: string, code: string) =>
  passages.filter((passage) => passage.coder === coder && passage.codes.some((use) => use.code === code))

function strongest(
  passages: readonly Passage[],
  coder: string,
  code: string,
  unit: { start: number; end: number },
): number | null {
  const here = using(passages, coder, code).filter((passage) => meets(passage, unit))
  const given = here.flatMap(({ codes }) => codes.filter((use) => use.code === code))
  return given.length === 0 ? null : Math.max(...given.map(({ intensity }) => intensity))
}

const judged = (unit: Ratings): number[] => unit.filter((value) => value !== null)

/** Every two judgements of one unit, each with the weight that a unit of m judgements has: 1/(m − 1). */
function pairs(ratings: readonly Ratings[]): [a: number, b: number, weight: number][] {
  return ratings.flatMap((unit) => {
    const values = judged(unit)
    return values.flatMap((a, i) =>
      values.flatMap((b, j): [number, number, number][] =>
        i === j ? [] : [[a, b, 1 / (values.length - 1)]],
      ),
    )
  })
}

/** Krippendorff's α straight from its definition: observed over expected disagreement of all pairable judgements. */
function alpha(ratings: readonly Ratings[], distance: (a: number, b: number) => number): number | null {
  const pairable = ratings.map(judged).filter((unit) => unit.length > 1)
  const values = pairable.flat()
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  let expected = 0
  for (const [a, n] of times) for (const [b, m] of times) expected += a === b ? 0 : n * m * distance(a, b)
  if (expected === 0) return null
  const observed = pairs(ratings).reduce((sum, [a, b, w]) => sum + (a === b ? 0 : w * distance(a, b)), 0)
  return 1 - observed / values.length / (expected / (values.length * (values.length - 1)))
}

/** With the ordinal distance: judgements between two ranks, those on the ranks themselves by half. */
function ordinal(ratings: readonly Ratings[]): number | null {
  const values = ratings
    .map(judged)
    .filter((unit) => unit.length > 1)
    .flat()
  const between = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    const on = (value: number) => values.filter((other) => other === value).length
    return (values.filter((value) => value >= low && value <= high).length - (on(low) + on(high)) / 2) ** 2
  }
  return alpha(ratings, between)
}

function shares(ratings: readonly Ratings[]): Pick<Agreed, 'agreement' | 'positiveAgreement' | 'prevalence'> {
  const all = pairs(ratings)
  const weigh = (some: typeof all) => some.reduce((sum, [, , weight]) => sum + weight, 0)
  const [n, used] = [weigh(all), weigh(all.filter(([a]) => a === 1))]
  return {
    agreement: n > 0 ? weigh(all.filter(([a, b]) => a === b)) / n : null,
    positiveAgreement: used > 0 ? weigh(all.filter(([a, b]) => a === 1 && b === 1)) / used : null,
    prevalence: n > 0 ? used / n : null,
  }
}

/** Whether each character is inside a passage with the code. */
function marked(passages: readonly Passage[], coder: string, code: string, length: number): boolean[] {
  const marks = Array.from({ length }, () => false)
  for (const { start, end } of using(passages, coder, code)) marks.fill(true, start, end)
  return marks
}

/** Cohen (1960): agreement beyond what the two coders' own shares would give. */
function kappa(transcripts: readonly (readonly [boolean[], boolean[]])[]): number | null {
  const first = transcripts.flatMap(([marks]) => marks)
  const second = transcripts.flatMap(([, marks]) => marks)
  const n = first.length
  const share = (marks: readonly boolean[]) => marks.filter(Boolean).length / n
  const observed = first.filter((mark, at) => mark === second[at]).length / n
  const expected = share(first) * share(second) + (1 - share(first)) * (1 - share(second))
  return n > 0 && expected < 1 ? (observed - expected) / (1 - expected) : null
}
