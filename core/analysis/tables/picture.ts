/** A view's table as a picture, with what was counted under it. */
import type { TableView } from '../../contract/tables.ts'
import type { ReadableDb } from '../../db/database.ts'
import { readSettings } from '../../project/handlers.ts'
import { drawImportance } from '../draw/importance.ts'
import type { Theme } from '../draw/palette.ts'
import { pictureBytes } from '../draw/png.ts'
import { BLANK, drawTable } from '../draw/table.ts'
import { countedInWords, filtersInWords } from '../heatmap/caption.ts'
import { importanceMap } from '../mapping/importance.ts'
import { readSample } from '../sample.ts'
import { CAVEAT } from '../stats/format.ts'
import { openUp } from './guard.ts'
import type { ViewTable } from './table.ts'

interface Wanted {
  table: ViewTable
  format: 'svg' | 'png'
  theme: Theme
}

/** What matters has a plot of its own; the others are drawn as the tables they are. */
export function tablePicture(
  db: ReadableDb,
  asked: TableView,
  { table, format, theme }: Wanted,
): Promise<Uint8Array<ArrayBuffer>> {
  const { smallN } = readSettings(db)
  if (asked.view === 'importance') {
    return pictureBytes(drawImportance(importanceMap(db, asked.settings), { theme, smallN }), format)
  }
  const { columns, rows, shaded } = table.paper ?? { ...table, shaded: false }
  const open = openUp(rows, smallN, BLANK)
  const caption = [
    ...(open.suppressed > 0 ? [`${BLANK} left out, to protect fewer than ${smallN} participants.`] : []),
    ...(table.caption === undefined ? countedIn(db, asked) : [table.caption]),
    CAVEAT,
  ].join(' ')
  const svg = drawTable({ title: table.title, caption, columns, rows: open.rows, shaded, theme })
  return pictureBytes(svg, format)
}

function countedIn(db: ReadableDb, { view, settings }: TableView): string[] {
  if (view === 'journey') return []
  const scopes = view === 'compare' ? [settings.first.scope, settings.second.scope] : [settings.scope]
  return scopes.flatMap((scope) => [countedInWords(scope, readSample(db, scope)), ...filtersInWords(scope)])
}
