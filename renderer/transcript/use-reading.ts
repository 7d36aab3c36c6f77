/** The commands that move through a transcript and select in it. */
import { useMemo } from 'react'
import { announce } from '../ui/announce.ts'
import { useCommands, type CommandHandlers } from '../app/registry.ts'
import {
  caretAt,
  extend,
  isCaret,
  move,
  narrow,
  selectionOf,
  spanOf,
  widen,
  type Direction,
  type Selection,
  type Unit,
} from '../../core/text/selection.ts'
import { passagesIn } from './data/passages-at.ts'
import { spokenChange, spokenMove, wordsOf } from './data/voice.ts'
import type { Desk } from './use-desk.ts'
import { jumpTo, select, selectInView } from './state.ts'

interface Reading {
  desk: Desk | null
  /** Arrow keys belong to the transcript only while it has the focus. */
  hasFocus: boolean
}

export function useReading({ desk, hasFocus }: Reading): void {
  const handlers = useMemo(() => (desk === null ? {} : handlersFor(desk)), [desk])
  const withFocus = useMemo(
    () => (desk === null || !hasFocus ? {} : focusedHandlersFor(desk)),
    [desk, hasFocus],
  )
  useCommands({ ...handlers, ...withFocus })
}

const moversFor = ({ reader, transcript }: Desk) => ({
  moving: (unit: Unit, direction: Direction) => () => {
    const before = reader.get().selection
    const after = move(transcript, before, unit, direction)
    selectInView(reader, after, spokenMove(transcript, before, after, unit))
  },
  extending: (unit: Unit, direction: Direction) => () => {
    const before = reader.get().selection
    const after = extend(transcript, before, unit, direction)
    selectInView(reader, after, spokenChange(transcript, before, after))
  },
})

function handlersFor(desk: Desk): CommandHandlers {
  const { reader, transcript } = desk
  const { moving, extending } = moversFor(desk)
  const show = (selection: Selection) =>
    selectInView(reader, selection, `Selected: ${wordsOf(transcript, spanOf(selection))}`)
  return {
    'reading.nextTurn': moving('turn', 1),
    'reading.previousTurn': moving('turn', -1),
    'reading.extendTurn': extending('turn', 1),
    'reading.shrinkTurn': extending('turn', -1),
    'reading.widen': () => show(widen(transcript, reader.get().selection)),
    'reading.narrow': () => show(narrow(transcript, reader.get().selection)),
    'reading.nextPassage': () => goToPassage(desk, 1),
    'reading.previousPassage': () => goToPassage(desk, -1),
    'reading.passageHere': () => goToPassageHere(desk),
  }
}

function focusedHandlersFor(desk: Desk): CommandHandlers {
  const { reader, transcript } = desk
  const { moving, extending } = moversFor(desk)
  return {
    'reading.nextWord': moving('word', 1),
    'reading.previousWord': moving('word', -1),
    'reading.nextSentence': moving('sentence', 1),
    'reading.previousSentence': moving('sentence', -1),
    'reading.extendWord': extending('word', 1),
    'reading.shrinkWord': extending('word', -1),
    'reading.extendSentence': extending('sentence', 1),
    'reading.shrinkSentence': extending('sentence', -1),
    'reading.all': () => {
      reader.set({ selection: selectionOf({ start: 0, end: transcript.text.length }), pinned: null })
      announce('The whole transcript is selected')
    },
    'reading.clear': () => select(reader, caretAt(spanOf(reader.get().selection).start)),
  }
}

/** The passage that begins next; from a pinned passage, the one after it in order. */
function goToPassage({ reader, coded }: Desk, direction: Direction): void {
  const { pinned, selection } = reader.get()
  const { shown } = coded.get()
  const at = shown.findIndex(({ id }) => id === pinned)
  const from = spanOf(selection).start
  const next =
    at !== -1
      ? shown[at + direction]
      : direction === 1
        ? shown.find(({ start }) => start >= from)
        : shown.findLast(({ start }) => start < from)
  if (next === undefined) announce(direction === 1 ? 'No passage after this' : 'No passage before this')
  else jumpTo(reader, next)
}

/** Goes round the passages that lie on the caret or under the selection. */
function goToPassageHere({ reader, coded }: Desk): void {
  const { pinned, selection } = reader.get()
  const { start, end } = spanOf(selection)
  const known = passagesIn(coded.get().chunks, { start, end: isCaret(selection) ? start + 1 : end })
  const next = known[known.findIndex(({ id }) => id === pinned) + 1] ?? known[0]
  if (next === undefined) announce('Nothing is coded here')
  else jumpTo(reader, next)
}
