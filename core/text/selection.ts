/** Moving through a transcript and selecting in it by word, sentence and turn. Pure: offsets in, offsets out. */
import { rangeAt } from './segments.ts'
import { sentences } from './sentences.ts'
import { snapToGraphemes, snapToWords, trimSpan, type Span } from './spans.ts'

/** A transcript as the reader moves through it; turns are in order and do not overlap. */
export interface Readable {
  text: string
  turns: readonly Span[]
}

/** From where it began (`anchor`) to the end that moves (`focus`); a caret when they are equal. */
export interface Selection {
  anchor: number
  focus: number
}

export type Unit = 'word' | 'sentence' | 'turn'
export type Direction = -1 | 1
/** What a selection made by hand grows to: the project's setting. */
export type Snap = 'none' | 'word' | 'sentence'

export const caretAt = (offset: number): Selection => ({ anchor: offset, focus: offset })
export const selectionOf = ({ start, end }: Span): Selection => ({ anchor: start, focus: end })
export const isCaret = ({ anchor, focus }: Selection): boolean => anchor === focus
export const spanOf = ({ anchor, focus }: Selection): Span => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
})

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
const WORDLIKE = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u

const sentencesOfTurn = new WeakMap<Span, { text: string; spans: readonly Span[] }>()

function sentencesIn({ text }: Readable, turn: Span): readonly Span[] {
  const known = sentencesOfTurn.get(turn)
  if (known?.text === text) return known.spans
  const spans = sentences(text.slice(turn.start, turn.end)).map(({ start, end }) => ({
    start: turn.start + start,
    end: turn.start + end,
  }))
  sentencesOfTurn.set(turn, { text, spans })
  return spans
}

function wordsIn({ text }: Readable, { start, end }: Span): Span[] {
  const words: Span[] = []
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(start, end))) {
    if (isWordLike !== true && !WORDLIKE.test(segment)) continue
    words.push({ start: start + index, end: start + index + segment.length })
  }
  return words
}

/** The words, sentences or turns from the turn at `offset` onwards (1) or backwards (-1). */
function* unitsFrom(readable: Readable, unit: Unit, offset: number, direction: Direction): Generator<Span> {
  const { text, turns } = readable
  for (let at = rangeAt(turns, offset); at >= 0 && at < turns.length; at += direction) {
    const turn = turns[at]
    if (turn === undefined) return
    if (unit === 'turn') {
      const trimmed = trimSpan(text, turn)
      if (trimmed.start < trimmed.end) yield trimmed
      continue
    }
    const inTurn = inOrder(sentencesIn(readable, turn), direction)
    if (unit === 'sentence') yield* inTurn
    else {
      for (const sentence of inTurn) {
        // Whole sentences behind the offset hold no word ahead of it.
        if (direction === 1 ? sentence.end < offset : sentence.start > offset) continue
        yield* inOrder(wordsIn(readable, sentence), direction)
      }
    }
  }
}

const inOrder = (spans: readonly Span[], direction: Direction): readonly Span[] =>
  direction === 1 ? spans : spans.toReversed()

function find(
  readable: Readable,
  unit: Unit,
  offset: number,
  direction: Direction,
  wanted: (span: Span) => boolean,
): Span | undefined {
  for (const span of unitsFrom(readable, unit, offset, direction)) if (wanted(span)) return span
  return undefined
}

/** The caret at the beginning of the next or previous word, sentence or turn; where it is when there is none. */
export function move(readable: Readable, { focus }: Selection, unit: Unit, direction: Direction): Selection {
  const next = find(readable, unit, focus, direction, ({ start }) =>
    direction === 1 ? start > focus : start < focus,
  )
  return caretAt(next?.start ?? focus)
}

/** Moves the selection's free end by a unit: outwards it takes a whole unit, back over the anchor it lets one go. */
export function extend(
  readable: Readable,
  { anchor, focus }: Selection,
  unit: Unit,
  direction: Direction,
): Selection {
  const isAhead = direction === 1 ? focus >= anchor : focus > anchor
  const edge = isAhead ? 'end' : 'start'
  const next = find(readable, unit, focus, direction, (span) =>
    direction === 1 ? span[edge] > focus : span[edge] < focus,
  )
  if (next === undefined)
    return { anchor, focus: focus === anchor || isOutwards(anchor, focus, direction) ? focus : anchor }
  const moved = next[edge]
  // Shrinking stops at the anchor, so that the next press begins on the other side.
  const crosses = direction === 1 ? focus < anchor && moved > anchor : focus > anchor && moved < anchor
  return { anchor, focus: crosses ? anchor : moved }
}

const isOutwards = (anchor: number, focus: number, direction: Direction): boolean =>
  direction === 1 ? focus > anchor : focus < anchor

/** The unit at an offset; the next one when the offset stands between two; null in an empty transcript. */
export function unitAt(readable: Readable, unit: Unit, offset: number): Span | null {
  return (
    find(readable, unit, offset, 1, (span) => span.end > offset) ??
    find(readable, unit, offset, -1, () => true) ??
    null
  )
}

/** The next larger whole: word, sentence, turn; a selection of a whole turn stays. */
export function widen(readable: Readable, selection: Selection): Selection {
  const span = spanOf(selection)
  for (const unit of ['word', 'sentence', 'turn'] as const) {
    const first = unitAt(readable, unit, span.start)
    const last = unitAt(readable, unit, Math.max(span.start, span.end - 1))
    if (first === null || last === null) continue
    // Between two units the later one is found: it is not part of what is selected.
    const reaches = isCaret(selection) || last.start < span.end
    const grown = {
      start: Math.min(first.start, span.start),
      end: reaches ? Math.max(last.end, span.end) : span.end,
    }
    if (grown.start < span.start || grown.end > span.end) return selectionOf(grown)
  }
  return selection
}

/** The next smaller whole at the beginning of the selection: turn, sentence, word, caret. */
export function narrow(readable: Readable, selection: Selection): Selection {
  const span = spanOf(selection)
  for (const unit of ['turn', 'sentence', 'word'] as const) {
    const first = unitAt(readable, unit, span.start)
    if (first !== null && first.start >= span.start && first.end < span.end) return selectionOf(first)
  }
  return caretAt(span.start)
}

/** Moves one edge of a passage by a word, never past its other edge. */
export function nudge(readable: Readable, span: Span, edge: 'start' | 'end', direction: Direction): Span {
  const from = span[edge]
  const word = find(readable, 'word', from, direction, (word) =>
    direction === 1 ? word[edge] > from : word[edge] < from,
  )
  if (word === undefined) return span
  const moved = { ...span, [edge]: word[edge] }
  return moved.start < moved.end ? moved : span
}

/** What a selection made by hand becomes: whole characters at least, whole words or sentences if asked, no white space at its ends. */
export function snap(readable: Readable, span: Span, to: Snap): Span {
  const { text } = readable
  const whole = trimSpan(text, snapToGraphemes(text, span))
  if (to === 'none' || whole.start >= whole.end) return whole
  if (to === 'word') return trimSpan(text, snapToWords(text, whole))
  const first = unitAt(readable, 'sentence', whole.start)
  const last = unitAt(readable, 'sentence', whole.end - 1)
  return {
    start: Math.min(whole.start, first?.start ?? whole.start),
    end: Math.max(whole.end, last?.end ?? whole.end),
  }
}
