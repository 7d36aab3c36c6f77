/** The part of wink-sentiment used here; the package ships no types. */
declare module 'wink-sentiment' {
  interface WinkToken {
    value: string
    tag: string
    /** Rating −5..5 after negation; absent when the token has none. */
    score?: number
    negation?: boolean
    /** Number of following tokens that belong to this one ("cool stuff" is one token and one more). */
    grouped?: number
  }
  export default function sentiment(phrase: string): {
    score: number
    normalizedScore: number
    tokenizedPhrase?: WinkToken[]
  }
}
