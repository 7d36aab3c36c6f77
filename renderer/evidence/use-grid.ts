/** One stop for Tab in a grid of figures; arrows move between cells marked with `data-place="row,column"`. */
import { useEffect, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
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

/** The cell whose passages are open stays in sight: on the way back from a transcript, and when the pane takes its room. */
export function useOpenInView(frame: RefObject<Element | null>, open: string | null): void {
  useEffect(() => {
    if (open === null) return
    const bring = () =>
      frame.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // Once the panes have their widths.
    const next = requestAnimationFrame(bring)
    return () => cancelAnimationFrame(next)
  }, [frame, open])
}
