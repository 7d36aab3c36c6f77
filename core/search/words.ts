/** What a person types into the search box, as an FTS5 expression that is always valid. */

interface Phrase {
  kind: 'phrase'
  text: string
  /** Matches words that begin with its last word. */
  prefix: boolean
}
interface Near {
  kind: 'near'
  phrases: Phrase[]
  distance: number
}
type Node = Phrase | Near | { kind: 'and' | 'or'; parts: Node[] } | { kind: 'not'; of: Node; without: Node[] }
type Operator = { kind: 'AND' | 'OR' | 'NOT' } | { kind: 'NEAR'; distance: number }
type Token = Phrase | Near | Operator | { kind: '(' | ')' }

/** SQLite's own default (FTS5, NEAR queries). */
const NEAR_DISTANCE = 10
/** Deeper brackets are read as if they were not there. */
const DEEPEST = 16

const token =
  /(?<minus>(?<![^\s(])-(?=["(\p{L}\p{N}]))?(?:"(?<quoted>[^"]*)(?:"(?<star>\*)?|$)|NEAR\((?<group>[^()]*)\)|(?<bracket>[()])|(?<word>[^\s()"]+))/gu

/** Whether the index could hold any of it: punctuation alone is no word (unicode61). */
const hasWord = (text: string): boolean => /[\p{L}\p{N}\p{Co}]/u.test(text)

function phraseOf(text: string, star: boolean): Phrase | null {
  return hasWord(text) ? { kind: 'phrase', text, prefix: star } : null
}

function wordToken(word: string): Token | null {
  const near = /^NEAR(?:\/(\d{1,4}))?$/.exec(word)
  if (near) return { kind: 'NEAR', distance: Number(near[1] ?? NEAR_DISTANCE) }
  if (word === 'AND' || word === 'OR' || word === 'NOT') return { kind: word }
  const prefix = word.endsWith('*')
  return phraseOf(prefix ? word.replace(/\*+$/, '') : word, prefix)
}

function groupToken(group: string): Token | null {
  const [, words = '', distance] = /^([^]*?)(?:,\s*(\d{1,4})\s*)?$/.exec(group) ?? []
  const phrases = tokensOf(words).filter((found) => found.kind === 'phrase')
  if (phrases.length === 0) return null
  return { kind: 'near', phrases, distance: Number(distance ?? NEAR_DISTANCE) }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { groups = {} } of text.matchAll(token)) {
    const { minus, quoted, star, group, bracket, word } = groups
    const found =
      quoted !== undefined
        ? phraseOf(quoted, star !== undefined)
        : group !== undefined
          ? groupToken(group)
          : bracket !== undefined
            ? { kind: bracket as '(' | ')' }
            : wordToken(word ?? '')
    if (!found) continue
    if (minus !== undefined) tokens.push({ kind: 'NOT' })
    tokens.push(found)
  }
  return tokens
}

/** Reads tokens left to right and never refuses: an operator with nothing to work on is passed over. */
class Reader {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  all(): Node | null {
    const parts: Node[] = []
    while (this.#at < this.#tokens.length) {
      const part = this.#either()
      if (part) parts.push(part)
      else this.#at++
    }
    return combine('and', parts)
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #either(): Node | null {
    const parts = [this.#both()]
    while (this.#peek()?.kind === 'OR') {
      this.#at++
      parts.push(this.#both())
    }
    return combine('or', parts)
  }

  /** Neighbours must all be found, save those after NOT, which must not. */
  #both(): Node | null {
    const parts: (Node | null)[] = []
    const without: Node[] = []
    for (let next = this.#peek(); next && next.kind !== 'OR' && next.kind !== ')'; next = this.#peek()) {
      const excluded = next.kind === 'NOT'
      if (excluded || next.kind === 'AND') {
        this.#at++
        if (!excluded) continue
      }
      const part = this.#one()
      if (part) (excluded ? without : parts).push(part)
    }
    const of = combine('and', parts)
    // Nothing to take the excluded words from: they are what is looked for.
    if (!of) return combine('and', without)
    return without.length === 0 ? of : { kind: 'not', of, without }
  }

  #one(): Node | null {
    const next = this.#peek()
    if (next?.kind === '(') return this.#bracket()
    if (next?.kind === 'phrase') return this.#nearby()
    if (next?.kind === 'near') {
      this.#at++
      return next
    }
    // An operator out of place.
    if (next && next.kind !== 'OR' && next.kind !== ')') this.#at++
    return null
  }

  #bracket(): Node | null {
    this.#at++
    if (this.#depth >= DEEPEST) return null
    this.#depth++
    const inside = this.#either()
    this.#depth--
    if (this.#peek()?.kind === ')') this.#at++
    return inside
  }

  /** A phrase, or several with NEAR between them. */
  #nearby(): Node | null {
    const phrases: Phrase[] = []
    let distance = NEAR_DISTANCE
    for (;;) {
      const next = this.#peek()
      if (next?.kind !== 'phrase') break
      phrases.push(next)
      this.#at++
      const operator = this.#peek()
      if (operator?.kind !== 'NEAR' || this.#tokens[this.#at + 1]?.kind !== 'phrase') break
      distance = operator.distance
      this.#at++
    }
    const [only] = phrases
    return phrases.length === 1 && only ? only : { kind: 'near', phrases, distance }
  }
}

function combine(kind: 'and' | 'or', parts: readonly (Node | null)[]): Node | null {
  const found = parts.filter((part) => part !== null)
  const [only] = found
  return found.length > 1 ? { kind, parts: found } : (only ?? null)
}

function write(node: Node): string {
  switch (node.kind) {
    case 'phrase':
      return `"${node.text}"${node.prefix ? ' *' : ''}`
    case 'near':
      return `NEAR(${node.phrases.map(write).join(' ')}, ${node.distance})`
    case 'and':
    case 'or':
      return `(${node.parts.map(write).join(node.kind === 'and' ? ' AND ' : ' OR ')})`
    case 'not':
      return `(${write(node.of)} NOT (${node.without.map(write).join(' OR ')}))`
  }
}

/** An FTS5 expression for what was typed; null when there is no word in it. */
export function matchOf(typed: string): string | null {
  const clean = typed
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f]/g, ' ')
    .replaceAll(/[“”„]/g, '"')
  const node = new Reader(tokensOf(clean)).all()
  return node && write(node)
}
