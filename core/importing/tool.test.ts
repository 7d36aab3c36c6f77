import Database from 'better-sqlite3'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everything } from '../../test/support/everything.ts'
import { testProject, type TestProject } from '../../test/support/project.ts'
import { sql } from '../db/sql.ts'

let project: TestProject

beforeEach(() => {
  project = testProject('blank')
})
afterEach(() => project.close())

const bring = (bytes: Uint8Array, name: string) =>
  project.ask('importing.fromTool', { file: { name, bytes: new Uint8Array(bytes) } })
const quotes = () =>
  project.open.db
    .rows<[string, string]>(sql`
      SELECT passage.quote, group_concat(code.name, ', ') FROM passage LEFT JOIN coding ON coding.passage = passage.id LEFT JOIN code ON code.id = coding.code
      GROUP BY passage.id ORDER BY passage.document, passage.start`)
    .map(([quote, codes]) => `${quote} = ${codes}`)
const tree = () =>
  project.open.db
    .rows<[string, string | null]>(sql`
      SELECT code.name, above.name FROM code LEFT JOIN code AS above ON above.id = code.parent WHERE code.family = 'theme' ORDER BY code.id`)
    .map(([name, above]) => (above === null ? name : `${above} > ${name}`))

/** A Taguette project as its own program writes it: offsets in UTF-8 bytes over the text nodes of the HTML. */
function taguette(edit: (db: Database.Database) => void = () => {}): Buffer {
  const db = new Database(':memory:')
  db.exec(`
    CREATE TABLE users (login VARCHAR(30) NOT NULL PRIMARY KEY);
    CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL, created DATETIME NOT NULL);
    CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT NOT NULL,
      filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL, project_id INTEGER NOT NULL, text_direction VARCHAR(13) NOT NULL, contents TEXT NOT NULL);
    CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);
    CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) NOT NULL, description TEXT NOT NULL);
    CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (highlight_id, tag_id));
    CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL, user_login VARCHAR(30) NOT NULL, project_id INTEGER NOT NULL,
      document_id INTEGER, payload TEXT NOT NULL);
    INSERT INTO projects VALUES (1, 'Repairs', 'What residents said', '2026-01-01');
    INSERT INTO tags VALUES (1, 1, 'repairs', 'Anything about repairs'), (2, 1, 'repairs/late', ''), (3, 1, 'letters.wrong', ''), (4, 1, 'letters.lost', ''), (5, 1, 'v. angry', '');
  `)
  const html =
    '<p>Interviewer: How was the café?</p>\n<p>P21: It was <b>cold 🥶</b> and nobody came &amp; nobody rang.</p>\n<p>Interviewer: And then?</p>\n<p>P21: A letter to the wrong flat, naïve of them.</p>\n<p>Interviewer: Thanks.</p>'
  const plain = html.replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&')
  db.prepare(
    `INSERT INTO documents VALUES (1, 'P21.docx', 'First visit', 'P21.docx', '2026-01-01', 1, 'LEFT_TO_RIGHT', ?)`,
  ).run(html)
  const highlight = (words: string, snippet: string, tags: number[], login = 'admin') => {
    const start = Buffer.byteLength(plain.slice(0, plain.indexOf(words)))
    const { lastInsertRowid: id } = db
      .prepare('INSERT INTO highlights (document_id, start_offset, end_offset, snippet) VALUES (1, ?, ?, ?)')
      .run(start, start + Buffer.byteLength(words), snippet)
    for (const tag of tags) db.prepare('INSERT INTO highlight_tags VALUES (?, ?)').run(id, tag)
    db.prepare(
      `INSERT INTO commands (date, user_login, project_id, document_id, payload) VALUES ('2026-01-02', ?, 1, 1, ?)`,
    ).run(login, JSON.stringify({ type: 'highlight_add', highlight_id: Number(id) }))
  }
  highlight(
    'cold 🥶 and nobody came & nobody rang',
    '<b>cold 🥶</b> and nobody came &amp; nobody rang',
    [1, 2],
    'ben',
  )
  highlight('wrong flat, naïve', 'wrong flat, naïve', [3])
  highlight('café?\nP21: It was', '<p>café?</p>\n<p>P21: It was</p>', [5])
  edit(db)
  return db.serialize()
}

describe('a Taguette project', () => {
  it('comes in as one step with its words, codes, coders and notes, each passage on its own words', async () => {
    const before = everything(project)
    const report = await bring(taguette(), 'repairs.sqlite3')
    expect(report).toMatchObject({
      tool: 'Taguette',
      documents: 1,
      passages: 3,
      codings: 4,
      corrected: 0,
      unplaced: 0,
      memos: 2,
    })
    expect(quotes()).toEqual([
      'café?\nIt was = v. angry',
      'cold 🥶 and nobody came & nobody rang = repairs, late',
      'wrong flat, naïve = wrong',
    ])
    expect(tree()).toEqual([
      'repairs',
      'repairs > late',
      'letters',
      'letters > wrong',
      'letters > lost',
      'v. angry',
    ])
    expect(report.warnings).toMatchObject([{ code: 'passages-trimmed' }])
    const { coders } = await project.ask('project.coders', {})
    expect(coders.map(({ name, passages }) => `${name} ${passages}`)).toEqual(
      expect.arrayContaining(['ben 1', 'Amina 2']),
    )
    expect((await project.ask('participants.list', {})).participants).toMatchObject([{ name: 'P21' }])
    expect((await project.ask('project.check', {})).ok).toBe(true)
    const after = everything(project)
    await project.ask('history.undo', {})
    expect(everything(project)).toEqual(before)
    await project.ask('history.redo', {})
    expect(everything(project)).toEqual(after)
  })

  it('trusts the words where the offsets have drifted, and lists what is found nowhere', async () => {
    const drifted = taguette((db) => {
      db.exec(`
        INSERT INTO highlights VALUES (90, 1, 3, 21, 'A letter to the wrong');
        INSERT INTO highlight_tags VALUES (90, 4);
        INSERT INTO highlights VALUES (91, 1, 3, 21, 'These words were never said by anybody');
        INSERT INTO highlight_tags VALUES (91, 4)`)
    })
    const report = await bring(drifted, 'repairs.sqlite3')
    expect(report).toMatchObject({ passages: 4, corrected: 1, unplaced: 1 })
    expect(quotes()).toContain('A letter to the wrong = lost')
    const { unplaced } = await project.ask('importing.unplaced', {})
    expect(unplaced).toMatchObject([
      { quote: 'These words were never said by anybody', codes: [{ name: 'lost' }] },
    ])
    const { passage } = await project.ask('importing.place', {
      unplaced: unplaced[0]?.id ?? (0 as never),
      start: 0,
      end: 7,
    })
    const { passages } = await project.ask('codings.passages', { passages: [passage] })
    expect(passages).toMatchObject([{ codes: [{ name: 'lost' }] }])
  })

  it('takes the tree from newer files, which state it', async () => {
    await bring(
      taguette((db) =>
        db.exec('ALTER TABLE tags ADD COLUMN parent_id INTEGER; UPDATE tags SET parent_id = 5 WHERE id = 1'),
      ),
      'repairs.sqlite3',
    )
    expect(tree()).toContain('v. angry > repairs')
  })

  it('is refused a second time', async () => {
    await bring(taguette(), 'repairs.sqlite3')
    await expect(bring(taguette(), 'repairs.sqlite3')).rejects.toMatchObject({ code: 'duplicate' })
  })
})

const SOURCE =
  'I: Wie war das 🥶 Wetter?\nR: Kalt. Und der Brief kam nie an.\nI: Noch etwas?\nR: Nein, das war 👩‍👩‍👧 alles.\nI: Danke.\nR: Bitte.'

/** A QualCoder project as its own program writes it. */
function qualcoder(edit: (db: Database.Database) => void = () => {}): Buffer {
  const db = new Database(':memory:')
  db.exec(`
    CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, bookmarkpos integer, codername text);
    CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name));
    CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, date text, unique(fid,pos0,pos1,owner));
    CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype text);
    CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text, unique(name,attr_type,id));
    CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text, date text, memo text);
    CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, unique(name));
    CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name));
    CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 integer, owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1,owner));
    CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, color text, unique(name));
    CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, height integer, cid integer, memo text, date text, owner text, important integer);
    CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
    INSERT INTO project VALUES ('v6', '2026-01-01', 'A study of repairs', 'QualCoder', 0, 0, 'default');
    INSERT INTO code_cat VALUES (1, 'Contact', 'default', '', 'How residents are reached', NULL), (2, 'Letters', 'default', '', '', 1);
    INSERT INTO code_name VALUES (1, 'Lost letter', 'It never came', 2, 'default', '', '#E6194B'), (2, 'Cold', '', NULL, 'default', '', '#3cb44b');
    INSERT INTO cases VALUES (1, 'Rosa', 'Met twice', 'default', '');
    INSERT INTO attribute VALUES (1, 'Gender', 'case', 'Female', 1, '', ''), (2, 'Pets', 'case', 'two cats', 1, '', ''), (3, 'Place', 'file', 'kitchen', 1, '', '');
    INSERT INTO journal VALUES (1, 'Week 1', 'Everybody speaks of letters', '', 'Ben');
    INSERT INTO source VALUES (2, 'photo.jpg', NULL, '/images/photo.jpg', '', 'default', '', NULL, NULL);
    INSERT INTO code_image VALUES (1, 2, 0, 0, 1, 1, 1, '', '', 'default', 0);
  `)
  db.prepare(
    `INSERT INTO source VALUES (1, 'Rosa.docx', ?, NULL, 'In her kitchen', 'default', '', NULL, NULL)`,
  ).run(SOURCE)
  db.prepare('INSERT INTO case_text VALUES (1, 1, 1, 0, ?, ?, ?, ?)').run(
    [...SOURCE].length,
    'default',
    '',
    '',
  )
  edit(db)
  return db.serialize()
}

/** Adds a coding with offsets in code points, as QualCoder's searches do, or in UTF-16 units, as its editor does. */
function coded(
  db: Database.Database,
  words: string,
  about: { cid: number; units: 'points' | 'utf16'; memo?: string; important?: number },
) {
  const at = SOURCE.indexOf(words)
  const length = (part: string) => (about.units === 'points' ? [...part].length : part.length)
  const start = length(SOURCE.slice(0, at))
  db.prepare(
    'INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner, date, memo, important) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    about.cid,
    words.replaceAll('\n', '\u2029'),
    start,
    start + length(words),
    'default',
    '',
    about.memo ?? '',
    about.important ?? 0,
  )
}

describe('a QualCoder project', () => {
  const full = (db: Database.Database) => {
    coded(db, 'der Brief kam nie an', { cid: 1, units: 'points', memo: 'Again a letter' })
    coded(db, 'das war 👩‍👩‍👧 alles', { cid: 2, units: 'utf16', important: 1 })
    coded(db, 'Kalt', { cid: 2, units: 'utf16' })
    db.prepare('INSERT INTO annotation VALUES (1, 1, 0, 10, ?, ?, ?)').run('Opening', 'Ben', '')
  }

  it('comes in with categories, codes, cases, attributes, memos and journals, whichever way its offsets count', async () => {
    const before = everything(project)
    const report = await bring(qualcoder(full), 'data.qda')
    expect(report).toMatchObject({
      tool: 'QualCoder',
      documents: 1,
      codes: 4,
      passages: 4,
      codings: 3,
      participants: 1,
      corrected: 0,
      unplaced: 0,
    })
    expect(quotes()).toEqual(
      expect.arrayContaining([
        'Kalt = Cold',
        'der Brief kam nie an = Lost letter',
        'das war 👩‍👩‍👧 alles = Cold',
      ]),
    )
    expect(tree()).toEqual(['Contact', 'Contact > Letters', 'Letters > Lost letter', 'Cold'])
    const { participants } = await project.ask('participants.list', {})
    expect(participants).toMatchObject([
      {
        name: 'Rosa',
        attributes: { gender: 'Woman', pets: 'two cats', place: 'kitchen' },
        documents: [{ name: 'Rosa' }],
      },
    ])
    const memos = project.open.db.rows<[string, string]>(sql`SELECT target, text FROM memo ORDER BY id`)
    expect(memos.map(([target, text]) => `${target}: ${text}`)).toEqual([
      'project: A study of repairs',
      'project: Week 1\nEverybody speaks of letters',
      'participant: Met twice',
      'document: In her kitchen',
      'passage: Again a letter',
      'passage: Opening',
    ])
    expect(report.memos).toBe(memos.length)
    expect(report.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['media-left-out', 'media-codings-left-out']),
    )
    expect(project.open.db.value(sql`SELECT count(*) FROM passage WHERE flagged = 1`)).toBe(1)
    expect(project.open.db.value(sql`SELECT definition || colour FROM code WHERE name = 'Lost letter'`)).toBe(
      'It never came#e6194b',
    )
    expect((await project.ask('project.check', {})).ok).toBe(true)
    await project.ask('history.undo', {})
    expect(everything(project)).toEqual(before)
  })

  it('gives unlabelled text to the case it belongs to', async () => {
    const prose =
      'Es war kalt in der Wohnung. Niemand kam, und der Brief kam nie an.\nDas war alles, was ich sagen kann.'
    await bring(
      qualcoder((db) => {
        db.prepare('UPDATE source SET fulltext = ? WHERE id = 1').run(prose)
        db.prepare('UPDATE case_text SET pos1 = ?').run(prose.length)
      }),
      'data.qda',
    )
    const { documents } = await project.ask('documents.list', {})
    expect(documents).toMatchObject([{ participants: [{ name: 'Rosa' }], participantWords: 21 }])
  })

  it('is found inside a zipped project folder', async () => {
    const zip = zipSync({
      'Repairs.qda/data.qda': new Uint8Array(qualcoder(full)),
      'Repairs.qda/documents/Rosa.docx': new Uint8Array([1, 2]),
    })
    expect(await bring(zip, 'Repairs.qda.zip')).toMatchObject({ documents: 1, codings: 3 })
  })

  it('opens a file left in write-ahead mode', async () => {
    const bytes = qualcoder(full)
    bytes[18] = 2
    bytes[19] = 2
    expect(await bring(bytes, 'data.qda')).toMatchObject({ codings: 3 })
  })
})

describe('a file that is no such project', () => {
  it.each([
    ['nothing.sqlite3', new Uint8Array(), 'empty'],
    ['letter.docx', zipSync({ 'word/document.xml': new Uint8Array([1]) }), 'unsupported'],
    ['noise.qda', new Uint8Array(5000).fill(7), 'unsupported'],
    ['cut.sqlite3', new Uint8Array(taguette().subarray(0, 6000)), 'damaged'],
    [
      'other.sqlite3',
      new Uint8Array(new Database(':memory:').exec('CREATE TABLE t (a)').serialize()),
      'unsupported',
    ],
  ])('%s is refused with its name and the next step', async (name, bytes, code) => {
    const before = everything(project)
    await expect(bring(bytes, name)).rejects.toMatchObject({ code, message: expect.stringContaining(name) })
    expect(everything(project)).toEqual(before)
  })

  it('runs nothing that its maker hid in a view', async () => {
    const trap = taguette((db) =>
      db.exec(
        `ALTER TABLE highlight_tags RENAME TO ht; CREATE VIEW highlight_tags AS SELECT randomblob(1000000000) AS highlight_id, 1 AS tag_id`,
      ),
    )
    await expect(bring(trap, 'trap.sqlite3')).rejects.toMatchObject({ code: 'unsupported' })
  })
})
