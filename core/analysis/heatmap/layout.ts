/** A heatmap before anything is counted: the codebook, the sample, the rows and the columns its settings ask for. */
import type { HeatmapSettings } from '../../contract/analysis.ts'
import type { ReadableDb } from '../../db/database.ts'
import { readSettings } from '../../project/handlers.ts'
import { readCodebook, type Codebook } from '../codebook.ts'
import type { Evidence, Transcript } from '../evidence/episodes.ts'
import { revisionOf } from '../../db/kept.ts'
import { evidenceReader } from '../evidence/shelf.ts'
import type { Pace } from '../pace.ts'
import { readSample } from '../sample.ts'
import type { Thresholds } from './cell.ts'
import { columnsFor } from './columns.ts'
import { feelingReader, type Felt } from './feelings.ts'
import { rowsAt } from './rows.ts'
import type { Frame } from './sightings.ts'

export interface Layout {
  readonly settings: HeatmapSettings
  readonly codebook: Codebook
  readonly frame: Frame
  readonly thresholds: Thresholds
  readonly read: (document: number) => Transcript
  readonly feelings: (evidence: Evidence) => Felt
}

/** Throws `sealed` while residents' findings are, and `not-found` for an attribute the study does not have. */
export function layOut(db: ReadableDb, settings: HeatmapSettings): Layout {
  const codebook = readCodebook(db)
  const sample = readSample(db, settings.scope)
  return {
    settings,
    codebook,
    frame: {
      sample,
      rows: rowsAt(codebook, settings.rows, settings.scope.journeys),
      columns: columnsFor(db, codebook, sample, settings.columns),
    },
    thresholds: readSettings(db),
    read: evidenceReader(db),
    feelings: feelingReader(codebook, settings.frustration),
  }
}

/** The same with every transcript read, letting other work in between; starts again when the project changes meanwhile. */
export async function readAhead(db: ReadableDb, settings: HeatmapSettings, pace: Pace): Promise<Layout> {
  for (;;) {
    const revision = revisionOf(db)
    const layout = layOut(db, settings)
    const { documents } = layout.frame.sample
    for (const [done, document] of documents.entries()) {
      layout.read(document)
      await pace.breathe(done, documents.length, 'Reading the coded transcripts')
    }
    if (revision === revisionOf(db)) return layout
  }
}
