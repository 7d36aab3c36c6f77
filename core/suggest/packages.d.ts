/** The parts of two packages used here for which they ship no types. */
declare module 'wink-sentiment' {
  interface WinkToken {
    value: string
    tag: string
    /** Rating −5..5 after negation; absent when the token has none. */
    score?: number
    negation?: boolean
    /** Number of following tokens that belong to this one: "cool stuff" is one token and one more. */
    grouped?: number
  }
  export default function sentiment(phrase: string): {
    score: number
    normalizedScore: number
    tokenizedPhrase?: WinkToken[]
  }
}

declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string }
  export default PorterStemmer
}
