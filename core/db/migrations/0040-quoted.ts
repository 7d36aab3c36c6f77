/** Which passages have been quoted in files that left the project. Frozen once released. */
import type { Migration } from './index.ts'

export const quoted: Migration = {
  version: 40,
  name: 'quoted',
  up: (db) => {
    db.exec(`
-- Not part of the history: a file that has left cannot be taken back. By the passage's guid, so that it outlives the
-- passage's removal and its return by undo.
CREATE TABLE quoted (
  id INTEGER PRIMARY KEY,
  passage BLOB NOT NULL,
  file TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (passage, file)
) STRICT;
`)
  },
}
