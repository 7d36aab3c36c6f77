/** Type-ahead for the palette: which commands match a few letters, best first. */

export interface Findable {
  title: string
  words?: string | undefined
}

/**
 * Keeps what matches every word of the query. A whole title beats a title's beginning, which beats a word's
 * beginning, which beats letters anywhere; the order given settles ties.
 */
export function find<T extends Findable>(items: readonly T[], query: string): T[] {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return [...items]
  return items
    .map((item, at) => ({ item, at, score: scoreOf(item, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .map(({ item }) => item)
}

/** How well one thing matches, to put groups of them in order; 0 when it does not. */
export const matchOf = (item: Findable, query: string): number => scoreOf(item, wordsOf(query))

const wordsOf = (query: string): string[] => fold(query).split(/\s+/).filter(Boolean)

function scoreOf(item: Findable, wanted: readonly string[]): number {
  const title = fold(item.title)
  const other = fold(item.words ?? '')
  let score = title === wanted.join(' ') ? 10 : 0
  for (const word of wanted) {
    const part = Math.max(partScore(title, word), partScore(other, word) / 2)
    if (part === 0) return 0
    score += part
  }
  return score
}

function partScore(text: string, word: string): number {
  if (text.startsWith(word)) return 4
  if (text.includes(` ${word}`)) return 3
  return text.includes(word) ? 1 : 0
}

/** Case and accents do not matter when looking for something. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
