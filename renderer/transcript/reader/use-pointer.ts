/** Selecting with the pointer: drag, double click for a word, triple for a sentence, once more for the turn; a click pins. */
import { useEffect, useRef, type MouseEvent as ReactMouseEvent, type RefObject } from 'react'
import {
  caretAt,
  selectionOf,
  snap,
  spanOf,
  unitAt,
  type Selection,
  type Snap,
  type Unit,
} from '../../../core/text/selection.ts'
import type { Span } from '../../../core/text/spans.ts'
import type { CodedStore } from '../data/coded.ts'
import { passagesAt } from '../data/passages-at.ts'
import type { Transcript } from '../data/views.ts'
import { pin, select, type ReaderStore } from '../state.ts'
import { offsetAt, pointUnder } from './points.ts'
import { nativeSelection, setDragging } from './use-native-selection.ts'

const UNIT_OF_CLICKS: readonly (Unit | null)[] = [null, null, 'word', 'sentence', 'turn']

export interface PointerProps {
  reader: ReaderStore
  root: RefObject<HTMLElement | null>
  coded: CodedStore
  snapTo: Snap
}

export function usePointer(props: PointerProps) {
  const { reader, root } = props
  /** Where the button went down; null while it is up. */
  const pressed = useRef<{ offset: number | null } | null>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    const onUp = (event: MouseEvent) => {
      if (pressed.current === null) return
      const from = pressed.current.offset
      pressed.current = null
      setDragging(false)
      settle(latest.current, event, from)
    }
    addEventListener('mouseup', onUp)
    return () => removeEventListener('mouseup', onUp)
  }, [])

  const hover = useHover(props, pressed)
  return {
    onMouseDown: (event: ReactMouseEvent) => {
      if (event.button !== 0 || !isInWords(event.target)) return
      // A press inside the selection begins another one; otherwise the browser would drag its words away.
      if (!event.shiftKey) getSelection()?.removeAllRanges()
      pressed.current = { offset: offsetUnder(root.current, event.clientX, event.clientY) }
      setDragging(true)
      reader.set({ hovered: null })
    },
    ...hover,
  }
}

function useHover({ reader, root, coded }: PointerProps, pressed: RefObject<object | null>) {
  const frame = useRef(0)
  return {
    onMouseMove: (event: ReactMouseEvent) => {
      if (pressed.current !== null || frame.current !== 0) return
      const { clientX: x, clientY: y, target } = event
      frame.current = requestAnimationFrame(() => {
        frame.current = 0
        const isOverWords = target instanceof Element && target.closest('.fill') !== null
        const offset = isOverWords ? offsetUnder(root.current, x, y) : null
        const found = offset === null ? [] : passagesAt(coded.get().chunks, offset).map(({ id }) => id)
        const last = reader.get().hovered
        if (found.length === 0) {
          if (last !== null) reader.set({ hovered: null })
        } else if (last === null || last.passages.join() !== found.join()) {
          reader.set({ hovered: { passages: found, x, y } })
        }
      })
    },
    onMouseLeave: () => reader.set({ hovered: null }),
  }
}

const isInWords = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('.turn') !== null

function offsetUnder(root: Element | null, x: number, y: number): number | null {
  const point = pointUnder(x, y)
  return root === null || point === null ? null : offsetAt(root, point)
}

/** What was dragged over. Let go outside the text, it ends at the words nearest to the pointer. */
function draggedSelection(root: Element, event: MouseEvent, from: number | null): Selection | null {
  const isInside = event.target instanceof Node && root.contains(event.target)
  if (isInside || from === null) return nativeSelection(root)
  const words = root.querySelector('.turn-words')?.getBoundingClientRect()
  const page = root.getBoundingClientRect()
  if (words === undefined) return null
  const x = Math.min(Math.max(event.clientX, words.left + 1), words.right - 1)
  const y = Math.min(Math.max(event.clientY, page.top + 1), page.bottom - 1)
  const focus = offsetUnder(root, x, y)
  return focus === null ? null : { anchor: from, focus }
}

/** Pressed twice and dragged, whole words from the first to the last; pressed and let go in one place, the word there. */
function unitsBetween(
  transcript: Transcript,
  unit: Unit,
  from: number | null,
  to: number | null,
): Span | null {
  const ends = [from, to].flatMap((at) => (at === null ? [] : (unitAt(transcript, unit, at) ?? [])))
  if (ends.length === 0) return null
  return {
    start: Math.min(...ends.map(({ start }) => start)),
    end: Math.max(...ends.map(({ end }) => end)),
  }
}

/** The button is let go: a click becomes a caret or pins what is under it, anything longer becomes a selection. */
function settle({ reader, root, coded, snapTo }: PointerProps, event: MouseEvent, from: number | null): void {
  const { transcript } = coded.of
  if (root.current === null) return
  const unit = UNIT_OF_CLICKS[Math.min(event.detail, 4)] ?? null
  const under = offsetUnder(root.current, event.clientX, event.clientY)
  const native = draggedSelection(root.current, event, from)
  if (unit !== null) {
    const whole = unitsBetween(transcript, unit, from, under ?? native?.focus ?? null)
    if (whole !== null) select(reader, selectionOf(whole))
    return
  }
  if (native !== null && native.anchor !== native.focus) {
    // Alt selects to the character, whatever the project's setting.
    const span = snap(transcript, spanOf(native), event.altKey ? 'none' : snapTo)
    if (span.start < span.end) {
      select(
        reader,
        native.anchor < native.focus ? selectionOf(span) : { anchor: span.end, focus: span.start },
      )
      return
    }
  }
  if (under === null) return
  const here = passagesAt(coded.get().chunks, under)
  const next = here[here.findIndex(({ id }) => id === reader.get().pinned) + 1] ?? here[0]
  if (next === undefined) select(reader, caretAt(unitAt(transcript, 'word', under)?.start ?? under))
  else pin(reader, next)
}
