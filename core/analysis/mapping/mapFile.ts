/** The two-way map as a file: a picture for a report or a table for other tools. */
import type { z } from 'zod'
import type { mapping } from '../../contract/mapping.ts'
import type { ReadableDb } from '../../db/database.ts'
import { readSettings } from '../../project/handlers.ts'
import { drawMap } from '../draw/map/map.ts'
import { pictureBytes } from '../draw/png.ts'
import type { MadeFile } from '../heatmap/file.ts'
import { mapCsv } from './mapCsv.ts'
import { twoWayMap } from './twoWay.ts'

/** Throws `sealed` as for {@link twoWayMap}. */
export async function mapFile(
  db: ReadableDb,
  { settings, format, theme }: z.output<typeof mapping.twoWayFile.input>,
): Promise<MadeFile> {
  const map = twoWayMap(db, settings)
  const { smallN, thinN } = readSettings(db)
  const name = `two-way-map.${format}`
  if (format === 'csv') return { name, ...mapCsv(map.rows, smallN) }
  const suppressed = map.rows.filter(({ residents }) => residents && residents.E > 0 && residents.E < smallN)
  const bytes = await pictureBytes(drawMap(map, { theme, smallN, thinN }), format)
  return { name, bytes, suppressed: suppressed.length }
}
