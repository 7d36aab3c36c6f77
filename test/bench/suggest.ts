/**
 * Measures sentiment against people's ratings: `node test/bench/suggest.ts FOLDER`.
 *
 * FOLDER holds the four ground-truth files published with VADER (Hutto and Gilbert 2014): id, mean rating
 * −4..4, text. No weight in core/suggest was learned from them; a handful of constants were compared on them. Sentences written by whoever wrote the
 * rules must never be measured here: on those, rules look near perfect.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { SentimentAnalyzer } from 'natural/lib/natural/sentiment/index.js'
import { sentiment } from '../../core/suggest/sentiment.ts'

/** As anyone would use it; the package ships no types. */
const wink: (text: string) => { normalizedScore: number } = createRequire(import.meta.url)('wink-sentiment')

interface Rated {
  rating: number
  text: string
}

const sets = ['tweets', 'amazonReviewSnippets', 'movieReviewSnippets', 'nytEditorialSnippets']
/** Mean ratings nearer to zero than this count as neutral. */
const neutralBelow = 0.5

const afinn = new SentimentAnalyzer('English', undefined, 'afinn')
const systems: Record<string, (text: string) => number> = {
  'natural alone': (text) => afinn.getSentiment(text.match(/[\p{L}'’]+/gu) ?? ['']),
  'wink alone': (text) => wink(text).normalizedScore || 0,
  Waymark: (text) => sentiment(text).score,
}

function load(folder: string, set: string): Rated[] {
  const lines = readFileSync(join(folder, `${set}_GroundTruth.txt`), 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => {
    const [, rating, ...text] = line.split('\t')
    return { rating: Number(rating), text: text.join('\t').trim() }
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [mx, my] = [mean(xs), mean(ys)]
  const products = xs.map((x, index) => (x - mx) * ((ys[index] ?? 0) - my))
  const spread = (values: readonly number[], middle: number) => mean(values.map((v) => (v - middle) ** 2))
  return mean(products) / Math.sqrt(spread(xs, mx) * spread(ys, my))
}

const classOf = (value: number, low: number, high: number) => (value <= low ? 0 : value >= high ? 2 : 1)
const goldOf = ({ rating }: Rated) => classOf(rating, -neutralBelow, neutralBelow)

/** Unweighted mean of the F1 of negative, neutral and positive. */
function macroF1(gold: readonly number[], found: readonly number[]): number {
  return mean(
    [0, 1, 2].map((kind) => {
      const right = gold.filter((label, index) => label === kind && found[index] === kind).length
      const either = gold.filter((label) => label === kind).length + found.filter((f) => f === kind).length
      return either === 0 ? 0 : (2 * right) / either
    }),
  )
}

/** Macro-F1 with the two cuts chosen on the other half, both ways round. */
function crossedF1(gold: readonly number[], scores: readonly number[]): number {
  const half = <Value>(values: readonly Value[], odd: number) => values.filter((_, at) => at % 2 === odd)
  return mean(
    [0, 1].map((odd) => {
      const { low, high } = bestCuts(half(gold, 1 - odd), half(scores, 1 - odd))
      return macroF1(
        half(gold, odd),
        half(scores, odd).map((score) => classOf(score, low, high)),
      )
    }),
  )
}

function bestCuts(gold: readonly number[], scores: readonly number[]): { low: number; high: number } {
  const sorted = scores.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const cuts = Array.from({ length: 24 }, (_, index) => at((index + 1) / 25))
  let best = { low: 0, high: 0, f1: -1 }
  for (const low of cuts) {
    for (const high of cuts) {
      if (high <= low) continue
      const f1 = macroF1(
        gold,
        scores.map((score) => classOf(score, low, high)),
      )
      if (f1 > best.f1) best = { low, high, f1 }
    }
  }
  return best
}

/** Share of texts shown from `cut` on; of those, how many people rated the same way or the opposite (the rest: neutral). */
function polarity(rated: readonly Rated[], scores: readonly number[], cut: number): string {
  const shown = rated.filter((_, index) => Math.abs(scores[index] ?? 0) >= cut)
  const signs = rated.map((item, index) => Math.sign(scores[index] ?? 0) * (goldOf(item) - 1))
  const of = (sign: number) =>
    signs.filter((agreed, index) => agreed === sign && Math.abs(scores[index] ?? 0) >= cut).length /
    shown.length
  const share = shown.length / rated.length
  return `from |${cut}|: shown ${share.toFixed(2)}, right ${of(1).toFixed(2)}, opposite ${of(-1).toFixed(2)}`
}

function measure(folder: string): void {
  const data = sets.map((set) => load(folder, set))
  const count = data.reduce((sum, { length }) => sum + length, 0)
  console.log(
    [
      'system'.padEnd(14),
      ...sets.map((set) => set.slice(0, 10).padStart(12)),
      '   mean r, mean F1, texts/s',
    ].join(''),
  )
  for (const [name, score] of Object.entries(systems)) {
    const began = performance.now()
    const scores = data.map((rated) => rated.map(({ text }) => score(text)))
    const speed = Math.round(count / ((performance.now() - began) / 1000))
    const rs = data.map((rated, index) =>
      pearson(
        scores[index] ?? [],
        rated.map(({ rating }) => rating),
      ),
    )
    const fs = data.map((rated, index) => crossedF1(rated.map(goldOf), scores[index] ?? []))
    const cells = rs.map((r, index) => `${r.toFixed(3)} ${fs[index]?.toFixed(3)}`.padStart(12))
    console.log(
      [name.padEnd(14), ...cells, `   ${mean(rs).toFixed(3)}  ${mean(fs).toFixed(3)}  ${speed}`].join(''),
    )
    if (name !== 'Waymark') continue
    for (const cut of [0.2, 0.4]) console.log(' ', polarity(data.flat(), scores.flat(), cut))
  }
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Give the folder with the ground-truth files published with VADER.')
  process.exitCode = 2
} else measure(folder)
