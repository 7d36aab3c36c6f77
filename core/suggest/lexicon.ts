/** The rated words of lexicon.json as one lookup. */
import lexicon from './lexicon.json' with { type: 'json' }

const ratings = new Map<string, number>()
for (const [rating, words] of Object.entries(lexicon.ratings)) {
  for (const word of words.split(' ')) ratings.set(word, Number(rating))
}

/** Rating of a lower-case word, −4 to 4; 0 when it has none. */
export function rating(word: string): number {
  return ratings.get(word) ?? 0
}
