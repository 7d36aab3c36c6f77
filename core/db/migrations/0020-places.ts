/** Finds what lies at a place of a transcript without reading the whole of it. Frozen once released. */
import type { Migration } from './index.ts'

export const places: Migration = {
  version: 20,
  name: 'places',
  up: (db) => {
    db.exec(`
-- Turns around a passage; with the time, since a passage is shown with the last one before it.
CREATE INDEX turn_by_place ON turn (document, start, at);

-- Passages that wait for a second look: few among very many.
CREATE INDEX passage_flagged ON passage (document, start) WHERE flagged = 1;
`)
  },
}
