/** One stop for Tab in a grid of figures; arrows move between cells marked with `data-place="row,column"`. */
import { useState, type FocusEvent, type KeyboardEvent } from 'react'
import { nextPlace, within, type Place } from './grid-keys.ts'

interface GridKeys {
  /** The cell that Tab leads to. */
  active: Place
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: (event: FocusEvent) => void
}

interface GridOptions {
  size: Place
  start: Place
  /** Enter or Space on a cell. */
  onEnter: (target: Element) => void
}

export function useGrid({ size, start, onEnter }: GridOptions): GridKeys {
  const [chosen, setChosen] = useState(start)
  return {
    active: within(chosen, size),
    onKeyDown(event) {
      const from = placeOf(event.target)
      if (from === null || event.altKey || event.metaKey || !(event.target instanceof Element)) return
      const isEnter = event.key === 'Enter' || event.key === ' '
      const to = nextPlace(event.ctrlKey ? `Ctrl+${event.key}` : event.key, from, size)
      if (isEnter) onEnter(event.target)
      else if (to !== null) focusOn(event.currentTarget, to)
      else return
      event.preventDefault()
    },
    onFocus(event) {
      const place = placeOf(event.target)
      if (place !== null) setChosen(place)
    },
  }
}

/** The place of the cell that holds an element. */
export function placeOf(target: EventTarget): Place | null {
  const text =
    target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined
  const [row, column] = (text ?? '').split(',').map(Number)
  return row === undefined || column === undefined ? null : { row, column }
}

function focusOn(grid: Element, { row, column }: Place): void {
  const cell = grid.querySelector<HTMLElement>(`[data-place="${row},${column}"]`)
  cell?.focus()
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** On the way back from a transcript, the cell whose passages are open is where the eye left it. */
export function bringOpenIntoView(frame: Element | null): void {
  frame?.querySelector('[data-open]')?.scrollIntoView({ block: 'center', inline: 'nearest' })
}
