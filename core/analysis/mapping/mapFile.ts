/** The two-way map as a file: pictures for a report, sheets to print, or a table for other tools. */
import type { z } from 'zod'
import type { JobContext } from '../../context.ts'
import type { mapping } from '../../contract/mapping.ts'
import { readSettings } from '../../project/handlers.ts'
import { drawMap } from '../draw/map/map.ts'
import { picturesFile } from '../draw/pages.ts'
import type { MadeFile } from '../heatmap/file.ts'
import { toSheets } from '../paper/sheets.ts'
import { printPaper } from '../print.ts'
import { leavesOut, mapCsv } from './mapCsv.ts'
import { twoWayMap } from './twoWay.ts'

const STEM = 'two-way-map'

/** Throws `sealed` as for {@link twoWayMap}, and `no-browser` for a PDF that nothing here can print. */
export async function mapFile(
  context: Pick<JobContext, 'db' | 'signal' | 'printPdf'>,
  { settings, format, theme }: z.output<typeof mapping.twoWayFile.input>,
): Promise<MadeFile> {
  const map = twoWayMap(context.db, settings)
  const { smallN, thinN } = readSettings(context.db)
  if (format === 'csv') return { name: `${STEM}.csv`, ...mapCsv(map.rows, smallN) }
  const pages = drawMap(map, { theme, smallN, thinN })
  const file =
    format === 'pdf'
      ? {
          name: `${STEM}.pdf`,
          bytes: new Uint8Array(await printPaper(toSheets('Two-way map', pages), context)),
        }
      : await picturesFile(STEM, pages, format)
  return { ...file, suppressed: map.rows.filter((row) => leavesOut(row, smallN)).length }
}
