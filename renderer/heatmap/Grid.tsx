/** The grid itself: one stop for Tab, arrows to move, Enter to open the passages behind a figure. */
import { useMemo, useRef, type MouseEvent } from 'react'
import type { Heatmap } from '../../core/contract/analysis.ts'
import type { Place } from '../evidence/grid-keys.ts'
import { placeOf, useGrid, useOpenInView } from '../evidence/use-grid.ts'
import { lookOf, type Look } from './figures.ts'
import { GridHead } from './GridHead.tsx'
import { GridLine, type Stage } from './GridLine.tsx'
import type { Spot } from './settings.ts'
import { bandsOf, placeOfSpot, type Head, type Line, type Sheet } from './sheet.ts'

interface GridProps {
  heatmap: Heatmap
  sheet: Sheet
  percent: boolean
  open: Spot | null
  onOpen: (spot: Spot, byKeyboard: boolean) => void
  onPoint: (spot: Spot | null) => void
}

/** Place 0 of a line is its heading; place 0 of the grid is the row of headings. */
const START: Place = { row: 1, column: 1 }

export function Grid({ heatmap, sheet, percent, open, onOpen, onPoint }: GridProps) {
  const look = useMemo(() => lookOf(heatmap, percent), [heatmap, percent])
  const hasStages = sheet.lines.some(({ head }) => head.stage !== '')
  const hasWhy = sheet.lines.some(({ head }) => head.why.length > 0)
  const size = { row: sheet.lines.length + 1, column: sheet.heads.length + 1 + Number(hasWhy) }

  const spotOf = (target: EventTarget): Spot | null => {
    const place = placeOf(target)
    return place === null ? null : spotAt(sheet, place, reasonOf(target))
  }
  const openAt = (target: EventTarget, byKeyboard: boolean) => {
    const spot = spotOf(target)
    if (spot !== null && (spot.row !== null || spot.column !== null)) onOpen(spot, byKeyboard)
  }
  const grid = useGrid({
    size,
    start: placeOfSpot(sheet, open) ?? START,
    onEnter: (target) => openAt(target, true),
  })
  const { active } = grid
  const frame = useRef<HTMLDivElement>(null)
  useOpenInView(frame, open === null ? null : JSON.stringify(open))
  return (
    <div ref={frame} className="grid-frame">
      <table
        role="grid"
        className="grid-table"
        aria-label="Heatmap"
        data-few={sheet.heads.length <= MOST_ACROSS || undefined}
        data-wide={isWide(sheet.heads) || undefined}
        data-stages={hasStages || undefined}
        onKeyDown={grid.onKeyDown}
        onFocus={(event) => {
          grid.onFocus(event)
          onPoint(spotOf(event.target))
        }}
        onBlur={() => onPoint(null)}
        onClick={(event: MouseEvent) => openAt(event.target, false)}
        onMouseOver={(event: MouseEvent) => onPoint(spotOf(event.target))}
        onMouseLeave={() => onPoint(null)}
      >
        <GridHead
          sheet={sheet}
          activeColumn={active.row === 0 ? active.column : null}
          hasStages={hasStages}
          hasWhy={hasWhy}
        />
        <Bands sheet={sheet} look={look} active={active} open={open} hasStages={hasStages} hasWhy={hasWhy} />
      </table>
    </div>
  )
}

interface BandsProps {
  sheet: Sheet
  look: Look
  active: Place
  open: Spot | null
  hasStages: boolean
  hasWhy: boolean
}

/** The lines under their journeys. */
function Bands({ sheet, look, active, open, hasStages, hasWhy }: BandsProps) {
  const width = sheet.heads.length + 1 + Number(hasStages) + Number(hasWhy)
  return bandsOf(sheet.lines.map(({ head }) => head)).map(({ band, from, heads }) => (
    <tbody key={`${band}${from}`}>
      {band === '' ? null : (
        <tr className="grid-band">
          <th colSpan={width} scope="rowgroup">
            <span>{band}</span>
          </th>
        </tr>
      )}
      {heads.map((head, at) => {
        const line = sheet.lines[from + at]
        const row = from + at + 1
        return line === undefined ? null : (
          <GridLine
            key={head.id}
            line={line}
            row={row}
            look={look}
            stage={stageAt(heads, at)}
            activeColumn={active.row === row ? active.column : null}
            openColumn={openColumn(line, open)}
            hasWhy={hasWhy}
          />
        )
      })}
    </tbody>
  ))
}

const MOST_ACROSS = 9
const SHORT = 6

/** Many long headings stand upright. */
const isWide = (heads: readonly Head[]): boolean =>
  heads.length > MOST_ACROSS && heads.some(({ look, name }) => look !== 'total' && name.length > SHORT)

/** The stage, on the first of its rows. */
function stageAt(heads: readonly Head[], at: number): Stage | null | undefined {
  const name = heads[at]?.stage ?? ''
  if (name === '') return undefined
  if (name === heads[at - 1]?.stage) return null
  const end = heads.findIndex((head, place) => place > at && head.stage !== name)
  return { name, rows: (end === -1 ? heads.length : end) - at }
}

function openColumn({ slots }: Line, open: Spot | null): number | null {
  if (open === null || open.reason !== undefined) return null
  const at = slots.findIndex(({ row, column }) => row === open.row && column === open.column)
  return at === -1 ? null : at + 1
}

const reasonOf = (target: EventTarget): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-reason]')?.dataset['reason'] : undefined

function spotAt({ heads, lines }: Sheet, { row, column }: Place, reason: string | undefined): Spot | null {
  const head = heads[column - 1]
  if (row === 0) return head === undefined ? null : { row: head.row, column: head.column }
  const line = lines[row - 1]
  if (line === undefined) return null
  if (column === 0) return { row: line.head.row, column: line.head.column }
  const slot = line.slots[column - 1]
  if (slot !== undefined) return { row: slot.row, column: slot.column }
  const first = reason ?? line.head.why[0]?.code
  return first === undefined ? null : { row: line.head.row, column: null, reason: first }
}
