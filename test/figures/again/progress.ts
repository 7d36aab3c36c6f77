/** How far a study is, worked out again: words inside passages, and when themes stop being new. */
import { counted, wordsIn, type Exported, type Scope } from './exported.ts'

interface Covered {
  words: number
  codedWords: number
  passages: number
  coders: number
  complete: boolean
}

/** By the transcript's number. */
export function coverage(from: Exported, scope: Scope): Map<string, Covered> {
  const { heard, passages } = counted(from, scope)
  const transcripts = new Map<string, Covered>()
  for (const voice of heard) {
    const transcript = voice['transcript'] ?? ''
    const inside = passages.filter((passage) => passage.transcript === transcript)
    const here = heard.filter((other) => other['transcript'] === transcript)
    const words = here.reduce((sum, other) => sum + Number(other['words']), 0)
    transcripts.set(transcript, {
      words,
      codedWords: Math.min(words, wordsIn(inside)),
      passages: inside.length,
      coders: new Set(inside.map(({ coder }) => coder)).size,
      complete: voice['status'] === 'complete',
    })
  }
  return transcripts
}

interface Saturated {
  /** New themes by transcript, in the order they were held. */
  fresh: [transcript: string, themes: number][]
  baseThemes: number
  shares: (number | null)[]
  reachedAt: number | null
}

/** Guest, Namey and Chen (2020): new themes of each run over the themes of the base. */
export function saturation(
  from: Exported,
  scope: Scope,
  { base, run, threshold }: { base: number; run: number; threshold: number },
): Saturated {
  const { heard, passages } = counted(from, scope)
  const dates = new Map(heard.map((voice) => [voice['transcript'] ?? '', voice['date'] ?? '']))
  const held = [...dates]
    .toSorted(([a, one], [b, other]) => {
      if (one === other) return Number(a) - Number(b)
      return one === '' ? 1 : other === '' || one < other ? -1 : 1
    })
    .map(([transcript]) => transcript)
  const themesBy = (end: number): Set<string> => {
    const until = new Set(held.slice(0, end))
    const codes = passages.filter(({ transcript }) => until.has(transcript)).flatMap((p) => p.codes)
    return new Set(codes.filter(({ family }) => family === 'theme').map(({ code }) => code))
  }
  const between = (start: number, end: number) => themesBy(end).size - themesBy(start).size
  const baseThemes = themesBy(base).size
  const starts = held.map((_, at) => at).filter((at) => at >= base && at + run <= held.length)
  const shares = starts.map((at) => (baseThemes === 0 ? null : between(at, at + run) / baseThemes))
  const reached = shares.findIndex((share) => share !== null && share <= threshold)
  return {
    fresh: held.map((transcript, at) => [transcript, between(at, at + 1)]),
    baseThemes,
    shares,
    reachedAt: reached === -1 ? null : (starts[reached] ?? null),
  }
}
