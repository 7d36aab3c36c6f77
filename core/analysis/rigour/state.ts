/** How far along the study is: saturation of the researcher's own themes, and how much of the talk is coded. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { readCodebook } from '../codebook.ts'
import type { Evidence } from '../evidence/episodes.ts'
import { readSample } from '../sample.ts'
import { saturation } from '../stats/saturation.ts'
import { passagesOf } from './tables.ts'

type SaturationOut = z.input<typeof rigour.saturation.output>
type CoverageOut = z.input<typeof rigour.coverage.output>

/** Interviews in the order they were held; those without a date last, in the order they were imported. */
export function saturationReport(
  db: ReadableDb,
  { scope, base, run, threshold }: z.output<typeof rigour.saturation.input>,
): SaturationOut {
  const sample = readSample(db, scope)
  const codebook = readCodebook(db)
  const isTheme = (code: number): boolean => codebook.byId.get(code)?.family === 'theme'
  const interviews = db.all<{ document: number; name: string; date: string | null }>(sql`
    SELECT id AS document, name, date FROM document WHERE id IN ${inList(sample.documents)} ORDER BY date IS NULL, date, id`)
  const themes = new Map(
    passagesOf(db, sample).map(({ document, passages }) => [
      document,
      passages.flatMap(({ codes }) => codes.filter(isTheme)),
    ]),
  )
  const report = saturation(
    interviews.map(({ document }) => themes.get(document) ?? []),
    { base, run, threshold },
  )
  return {
    interviews: interviews.map((interview, place) => ({
      ...interview,
      fresh: report.freshByInterview[place] ?? 0,
    })),
    baseThemes: report.baseThemes,
    runs: [...report.runs],
    reachedAt: report.reachedAt,
    sentence: sentenceFor(report, interviews.length, { base, run, threshold }),
  }
}

function sentenceFor(
  { baseThemes, reachedAt, runs }: ReturnType<typeof saturation>,
  interviews: number,
  { base, run, threshold }: { base: number; run: number; threshold: number },
): string {
  if (baseThemes === 0) {
    return 'There are no themes of the researcher’s own in the first interviews, so saturation cannot be judged. Ready-made codes do not count.'
  }
  if (runs.length === 0) {
    return `Saturation needs at least ${base + run} interviews; there are ${interviews}.`
  }
  const rule = `base ${base}, run ${run}, at most ${Math.round(threshold * 100)}% new`
  return reachedAt === null
    ? `Saturation of themes was not reached within ${interviews} interviews (${rule}).`
    : `Saturation of themes was reached at interview ${reachedAt}+${run} (${rule}).`
}

export function coverageReport(
  db: ReadableDb,
  { scope }: z.output<typeof rigour.coverage.input>,
): CoverageOut {
  const sample = readSample(db, scope)
  const voices = Map.groupBy(sample.voices, ({ document }) => document)
  const documents = passagesOf(db, sample).map(({ document, passages }) => {
    const here = voices.get(document) ?? []
    const words = here.reduce((sum, voice) => sum + voice.words, 0)
    const codedWords = Math.min(words, wordsIn(passages))
    return {
      document,
      name: here[0]?.documentName ?? '',
      complete: here[0]?.complete ?? false,
      words,
      codedWords,
      share: words > 0 ? codedWords / words : 0,
      passages: passages.length,
      coders: new Set(passages.map(({ coder }) => coder)).size,
    }
  })
  const total = (of: (line: CoverageOut['documents'][number]) => number): number =>
    documents.reduce((sum, line) => sum + of(line), 0)
  return { documents, words: total(({ words }) => words), codedWords: total(({ codedWords }) => codedWords) }
}

/** Words in at least one passage; of one that partly overlaps, in proportion to its new characters. */
function wordsIn(passages: readonly Evidence[]): number {
  let reach = 0
  let sum = 0
  for (const { start, end, words } of passages) {
    if (end <= reach) continue
    sum += (words * (end - Math.max(start, reach))) / (end - start)
    reach = end
  }
  return sum
}
