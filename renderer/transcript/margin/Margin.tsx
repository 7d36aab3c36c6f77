/** The margin: a stripe for each passage on the screen, in lanes where they overlap, and its codes by name. */
import { memo, useCallback, useMemo, useRef, useState } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { lanesOf } from '../../../core/text/segments.ts'
import { useStore } from '../../ui/store.ts'
import { tone } from '../../ui/tones.ts'
import type { CodedStore } from '../data/coded.ts'
import { lookOf } from '../data/looks.ts'
import { jumpTo, pin, type ReaderStore } from '../state.ts'
import { keepFocus, MarginLabel } from './MarginLabel.tsx'
import type { Placed } from './measure.ts'
import { stackLabels } from './stack.ts'
import { usePlaced } from './use-placed.ts'
import './Margin.css'

interface MarginProps {
  reader: ReaderStore
  coded: CodedStore
}

/** Stripes beyond these share the last lane. */
const MOST_LANES = 6
const MOST_LINES = 5
/** How far a label may stand below the beginning of its passage, in lines. */
const DRIFT = 2

export const Margin = memo(function Margin({ reader, coded }: MarginProps) {
  const { transcript, codes } = coded.of
  const frame = useRef<HTMLDivElement>(null)
  const shown = useCallback(() => coded.get().shown, [coded])
  const placed = usePlaced(reader, frame, transcript.turns, shown)
  const pinned = useStore(reader, (state) => state.pinned)
  const hovered = useStore(reader, (state) => state.hovered?.passages ?? null)
  const { lanes, count } = useMemo(() => lanesFor(placed, shown()), [placed, shown])
  const line = useLabelHeight()
  const labels = useMemo(
    () =>
      stackLabels(
        placed
          .filter(({ hasStart }) => hasStart)
          .map((mark) => ({ ...mark, lines: Math.min(MOST_LINES, mark.item.codings.length) })),
        line,
        line * DRIFT,
      ),
    [placed, line],
  )
  const onPress = useCallback((passage: Passage) => jumpTo(reader, passage), [reader])
  const onPin = useCallback((passage: Passage) => pin(reader, passage), [reader])
  const markOf = (id: Passage['id']) =>
    id === pinned ? 'pinned' : hovered?.includes(id) === true ? 'hovered' : undefined

  return (
    <div ref={frame} className="margin" data-lanes={count}>
      {placed.map(({ item, top, height }, at) => (
        <Stripe
          key={item.id}
          passage={item}
          codes={codes}
          top={top}
          height={height}
          lane={lanes[at] ?? 0}
          mark={markOf(item.id)}
          onPress={onPin}
        />
      ))}
      {labels.map(({ items, top, lines }) => {
        const [first] = items
        return first === undefined ? null : (
          <MarginLabel
            key={first.item.id}
            passage={first.item}
            others={items.length - 1}
            codes={codes}
            top={top}
            lines={lines}
            mark={items.map(({ item }) => markOf(item.id)).find((mark) => mark !== undefined)}
            onPress={onPress}
          />
        )
      })}
    </div>
  )
})

/** The lane of each placed passage, and how many lanes the whole transcript takes. */
function lanesFor(placed: readonly Placed<Passage>[], shown: readonly Passage[]) {
  const all = lanesOf(shown).map((lane) => Math.min(lane, MOST_LANES - 1))
  let at = -1
  // Both are in the order of the text.
  const lanes = placed.map(({ item }) => all[(at = shown.indexOf(item, at + 1))] ?? 0)
  return { lanes, count: all.reduce((most, lane) => Math.max(most, lane), 0) + 1 }
}

interface StripeProps {
  passage: Passage
  codes: ReadonlyMap<Code['id'], Code>
  top: number
  height: number
  lane: number
  mark: string | undefined
  onPress: (passage: Passage) => void
}

const Stripe = memo(function Stripe(props: StripeProps) {
  const { passage, codes, top, height, lane, mark, onPress } = props
  const look = lookOf([passage], codes)
  if (look === null) return null
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className="stripe"
      data-lane={lane}
      data-mark={mark}
      data-flagged={passage.flagged || undefined}
      style={{ top, height }}
      onMouseDown={keepFocus}
      onClick={() => onPress(passage)}
      {...tone(look.fill)}
    />
  )
})

/** One label in pixels: 1.25 rem, whatever size the person reads at. */
const useLabelHeight = (): number =>
  useState(() => 1.25 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize))[0]
