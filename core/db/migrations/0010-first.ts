/** The first schema. Frozen once released: change the data model with a new migration. */
import type { Migration } from './index.ts'

export const first: Migration = {
  version: 10,
  name: 'first',
  up: (db) => {
    db.exec(`
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  guid BLOB NOT NULL,
  name TEXT NOT NULL,
  template TEXT NOT NULL,
  template_version TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE coder (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE participant (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('resident', 'colleague', 'stakeholder')),
  consent_quotes INTEGER,
  withdrawn INTEGER,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE attribute (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  choices TEXT NOT NULL DEFAULT '[]',
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('A', 'B', 'C')),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('resident', 'colleague', 'any')),
  ord INTEGER NOT NULL
) STRICT;

CREATE TABLE participant_attribute (
  id INTEGER PRIMARY KEY,
  participant INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  attribute INTEGER NOT NULL REFERENCES attribute ON DELETE CASCADE,
  value TEXT NOT NULL,
  UNIQUE (participant, attribute)
) STRICT;
CREATE INDEX participant_attribute_by_attribute ON participant_attribute (attribute, value);

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('imported', 'coding', 'complete')),
  journey TEXT,
  wave TEXT,
  date TEXT,
  length INTEGER NOT NULL,
  format TEXT NOT NULL,
  layout TEXT NOT NULL,
  source_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  report TEXT NOT NULL DEFAULT '{}',
  imported INTEGER NOT NULL
) STRICT;
CREATE INDEX document_by_sha256 ON document (sha256);

CREATE TABLE document_original (
  id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  label TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('participant', 'interviewer', 'other', 'unknown')),
  participant INTEGER REFERENCES participant ON DELETE SET NULL,
  UNIQUE (document, label)
) STRICT;
CREATE INDEX speaker_by_participant ON speaker (participant);

-- A document's text is its turns joined by one newline; nothing is stored twice.
CREATE TABLE turn (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('speech', 'event', 'heading', 'note')),
  speaker INTEGER REFERENCES speaker,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  at INTEGER,
  until INTEGER,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document, ord)
) STRICT;
CREATE INDEX turn_by_speaker ON turn (speaker, words);

CREATE VIRTUAL TABLE turn_fts USING fts5(
  text, content = 'turn', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER turn_fts_insert AFTER INSERT ON turn BEGIN
  INSERT INTO turn_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER turn_fts_delete AFTER DELETE ON turn BEGIN
  INSERT INTO turn_fts (turn_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER turn_fts_update AFTER UPDATE OF text ON turn BEGIN
  INSERT INTO turn_fts (turn_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO turn_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE code (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL CHECK (family IN ('touchpoint', 'emotion', 'reason', 'layer', 'channel', 'theme')),
  parent INTEGER REFERENCES code,
  name TEXT NOT NULL,
  definition TEXT NOT NULL DEFAULT '',
  include TEXT NOT NULL DEFAULT '',
  exclude TEXT NOT NULL DEFAULT '',
  example TEXT NOT NULL DEFAULT '',
  colour TEXT,
  aliases TEXT NOT NULL DEFAULT '[]',
  version INTEGER NOT NULL DEFAULT 1,
  archived INTEGER NOT NULL DEFAULT 0,
  ord INTEGER NOT NULL,
  level TEXT CHECK (level IN ('journey', 'stage', 'touchpoint')),
  side TEXT,
  clock TEXT,
  channel TEXT,
  pairs_with INTEGER REFERENCES code ON DELETE SET NULL,
  valence TEXT CHECK (valence IN ('neg', 'neutral', 'pos', 'either')),
  weight INTEGER,
  facts TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX code_by_parent ON code (parent, ord);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL CHECK ("end" > start),
  coder INTEGER NOT NULL REFERENCES coder,
  -- The participants' speaker with most of the passage; null when only an interviewer speaks.
  speaker INTEGER REFERENCES speaker,
  words INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  flagged INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX passage_by_place ON passage (document, start, "end", coder);
CREATE INDEX passage_by_coder ON passage (coder);
CREATE INDEX passage_by_speaker ON passage (speaker);

CREATE TABLE coding (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  passage INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
  code INTEGER NOT NULL REFERENCES code,
  intensity INTEGER CHECK (intensity BETWEEN 1 AND 3),
  stance TEXT NOT NULL DEFAULT 'stated' CHECK (stance IN ('stated', 'implied')),
  origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'auto', 'import')),
  code_version INTEGER NOT NULL,
  created INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX coding_by_passage ON coding (passage, code);
CREATE INDEX coding_by_code ON coding (code, passage, intensity);

-- Passages that a corrected transcript no longer holds: kept until the researcher decides.
CREATE TABLE unplaced (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  coder INTEGER NOT NULL REFERENCES coder,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER NOT NULL,
  codings TEXT NOT NULL,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX unplaced_by_document ON unplaced (document);

CREATE TABLE memo (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  target TEXT NOT NULL CHECK (target IN ('project', 'document', 'participant', 'code', 'passage')),
  target_id INTEGER NOT NULL,
  text TEXT NOT NULL,
  coder INTEGER NOT NULL REFERENCES coder,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX memo_by_target ON memo (target, target_id);

CREATE TABLE bookmark (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('bookmark', 'second-look')),
  label TEXT NOT NULL DEFAULT '',
  coder INTEGER NOT NULL REFERENCES coder,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX bookmark_by_document ON bookmark (document, start);

CREATE TABLE suggestion_decision (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'edited', 'rejected')),
  code INTEGER REFERENCES code ON DELETE SET NULL,
  coder INTEGER NOT NULL REFERENCES coder,
  created INTEGER NOT NULL
) STRICT;
CREATE INDEX suggestion_decision_by_document ON suggestion_decision (document, start);

-- Saved heatmaps, maps and queries: settings, and a dated snapshot of their figures.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  guid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  snapshot TEXT,
  created INTEGER NOT NULL
) STRICT;

-- Framework matrix: a researcher's own summary of what one participant said at one touchpoint.
CREATE TABLE summary_cell (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL REFERENCES code ON DELETE CASCADE,
  participant INTEGER NOT NULL REFERENCES participant ON DELETE CASCADE,
  text TEXT NOT NULL,
  coder INTEGER NOT NULL REFERENCES coder,
  changed INTEGER NOT NULL,
  UNIQUE (code, participant)
) STRICT;
CREATE INDEX summary_cell_by_participant ON summary_cell (participant);

CREATE TABLE metric (
  id INTEGER PRIMARY KEY,
  code INTEGER NOT NULL REFERENCES code ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  date TEXT,
  source TEXT NOT NULL DEFAULT '',
  UNIQUE (code, name, date)
) STRICT;

-- Where a coder left off. Not part of the history: it is about reading, not about data.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  coder TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (coder, key)
) STRICT;

-- The history: every command is one step; undo, redo and the audit trail read the same rows.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  coder TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  document INTEGER,
  -- The step that an undo or redo acted on.
  target INTEGER,
  -- 0 done, 1 undone and can be redone, 2 undone for good (something else was done since).
  undone INTEGER NOT NULL DEFAULT 0,
  undoable INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX step_undone ON step (undone, undoable, id);

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  step INTEGER NOT NULL REFERENCES step,
  tbl TEXT NOT NULL,
  row INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  -- Row images as JSON. An insert's image is taken when it is undone: until then the row itself is the image.
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_by_step ON change (step);
`)
  },
}
