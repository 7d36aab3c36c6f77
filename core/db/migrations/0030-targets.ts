/** What a touchpoint should become: the researcher's own words on the two-way map, one target for each touchpoint. */
import type { Migration } from './index.ts'

export const targets: Migration = {
  version: 30,
  name: 'targets',
  up: (db) => {
    db.exec(`
CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL UNIQUE REFERENCES code ON DELETE CASCADE,
  -- How it should be, in words.
  text TEXT NOT NULL,
  -- What would show it, as in "within 2 working days".
  value TEXT NOT NULL DEFAULT '',
  due TEXT,
  coder INTEGER NOT NULL REFERENCES coder,
  changed INTEGER NOT NULL
) STRICT;
`)
  },
}
