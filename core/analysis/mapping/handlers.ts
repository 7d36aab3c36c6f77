/** The two-way map and what is made of it. */
import type { Handlers } from '../../context.ts'
import { toFile } from '../paper/file.ts'
import { recordExport } from '../record.ts'
import { compareSegments } from './compare.ts'
import { frameworkMatrix, setCell } from './framework.ts'
import { importanceMap } from './importance.ts'
import { journeyOf } from './journey.ts'
import { mapFile } from './mapFile.ts'
import { importMetrics, readMetrics, removeMetric } from './metrics.ts'
import { reportPage } from './report.ts'
import { setTarget } from './targets.ts'
import { twoWayMap } from './twoWay.ts'
import { compareView, listViews, removeView, saveView } from './views.ts'

export const mapping: Handlers<'mapping'> = {
  twoWay: ({ db }, asked) => twoWayMap(db, asked),
  twoWayFile: async (context, asked) => {
    const file = await mapFile(context, asked)
    recordExport(context, file)
    return file
  },
  importance: ({ db }, asked) => importanceMap(db, asked),
  journey: ({ db }, { participant }) => journeyOf(db, participant),
  compare: ({ db }, asked) => compareSegments(db, asked),

  framework: ({ db }, asked) => frameworkMatrix(db, asked),
  setFrameworkCell: (context, cell) => {
    setCell(context, cell)
    return {}
  },

  metrics: ({ db }) => ({ metrics: readMetrics(db) }),
  importMetrics: (context, { csv }) => importMetrics(context, csv),
  removeMetric: (context, { metric }) => {
    removeMetric(context, metric)
    return {}
  },

  setTarget: (context, target) => {
    setTarget(context, target)
    return {}
  },

  views: ({ db }) => ({ views: listViews(db) }),
  saveView: (context, view) => ({ view: saveView(context, view) }),
  removeView: (context, { view }) => {
    removeView(context, view)
    return {}
  },
  compareView: ({ db }, { view }) => compareView(db, view),

  report: async (context, asked) => {
    const { page, quotes } = await reportPage(context, asked)
    const file = { name: `report.${asked.format}`, bytes: await toFile(page, asked.format, context) }
    recordExport(context, file, quotes)
    return file
  },
}
