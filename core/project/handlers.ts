/** The open project: its facts, settings, coders and health. */
import { basename } from 'node:path'
import { CoreError } from '../contract/errors.ts'
import { ProjectSettings } from '../contract/project.ts'
import { recall, type Handlers } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { documentIds, factsReader, passagesByCoder } from '../documents/facts.ts'
import { documentText } from '../documents/text.ts'

export function readSettings(db: ReadableDb): ProjectSettings {
  return ProjectSettings.parse(JSON.parse(db.value<string>(sql`SELECT settings FROM project`) ?? '{}'))
}

/** Added up from what is kept for each transcript, so that it costs the same at any size. */
function countProject(db: ReadableDb) {
  const factsOf = factsReader(db)
  const counts = { passages: 0, codings: 0, words: 0 }
  for (const document of documentIds(db)) {
    const { passages, codings, words } = factsOf(document)
    counts.passages += passages
    counts.codings += codings
    counts.words += words
  }
  const few = db.get<{ documents: number; complete: number; participants: number; codes: number }>(sql`SELECT
    (SELECT count(*) FROM document) AS documents,
    (SELECT count(*) FROM document WHERE status = 'complete') AS complete,
    (SELECT count(*) FROM participant WHERE withdrawn IS NULL) AS participants,
    (SELECT count(*) FROM code WHERE archived = 0) AS codes`)
  return { documents: 0, complete: 0, participants: 0, codes: 0, ...few, ...counts }
}

const preferenceKey = (key: string): string => `preference:${key}`

export const project: Handlers<'project'> = {
  info: ({ db, file, readOnlyReason }) => {
    const about = db.get<{ name: string; template: string; created: number }>(
      sql`SELECT name, template, created FROM project`,
    )
    if (!about)
      throw new CoreError('damaged', `${basename(file)} holds no project. Restore it from a backup.`)
    return {
      name: about.name,
      fileName: basename(file),
      template: about.template,
      created: new Date(about.created).toISOString(),
      schema: db.value<number>(sql`SELECT user_version FROM pragma_user_version`) ?? 0,
      readOnly: readOnlyReason,
      settings: readSettings(db),
      counts: countProject(db),
      revision: db.value<number>(sql`SELECT coalesce(max(id), 0) FROM step`) ?? 0,
    }
  },

  rename: ({ db, say }, { name }) => {
    db.run(sql`UPDATE project SET name = ${name} WHERE name <> ${name}`)
    say(`Renamed the study “${name}”`)
    return {}
  },

  set: (context, changes) => {
    const before = readSettings(context.db)
    const after = ProjectSettings.parse({ ...before, ...changes })
    context.db.run(
      sql`UPDATE project SET settings = ${JSON.stringify(after)} WHERE settings <> ${JSON.stringify(after)}`,
    )
    if (before.sealed !== after.sealed) {
      // Who saw residents' findings, and when, must stay on record.
      context.keep()
      context.say(after.sealed ? 'Sealed the residents’ side' : 'Unsealed the residents’ side')
    } else context.say('Changed the study settings')
    return {}
  },

  coders: ({ db }) => {
    const passages = passagesByCoder(db)
    return {
      coders: db
        .all<{ id: number; name: string }>(sql`SELECT id, name FROM coder ORDER BY id`)
        .map((row) => ({ ...row, passages: passages.get(row.id) ?? 0 })),
    }
  },

  renameCoder: ({ db, say }, { coder, name }) => {
    const taken = db.value<number>(sql`SELECT id FROM coder WHERE name = ${name} AND id <> ${coder}`)
    if (taken !== undefined)
      throw new CoreError('conflict', `There is already a coder called ${name}. Choose another name.`)
    const before = db.value<string>(sql`SELECT name FROM coder WHERE id = ${coder}`) ?? ''
    db.run(sql`UPDATE coder SET name = ${name} WHERE id = ${coder}`)
    // Their places and preferences go with them.
    db.run(sql`UPDATE OR REPLACE place SET coder = ${name} WHERE coder = ${before}`)
    say(`Renamed a coder “${name}”`)
    return {}
  },

  preference: (context, { key }) => ({ value: recall(context, preferenceKey(key)) ?? null }),

  setPreference: async (context, { key, value }) => {
    context.remember(preferenceKey(key), value)
    return {}
  },

  check: ({ db }) => {
    const integrity = db.all<{ integrity_check: string }>(
      sql`SELECT integrity_check FROM pragma_integrity_check`,
    )
    const foreignKeys = db.value<number>(sql`SELECT count(*) FROM pragma_foreign_key_check`) ?? 0
    const broken: { passage: number; document: number; start: number; end: number }[] = []
    let checked = 0
    for (const { id } of db.all<{ id: number }>(sql`SELECT id FROM document ORDER BY id`)) {
      const text = documentText(db, id)
      for (const row of db.all<{ passage: number; start: number; end: number; quote: string }>(
        sql`SELECT id AS passage, start, "end", quote FROM passage WHERE document = ${id} ORDER BY start`,
      )) {
        checked++
        if (text.slice(row.start, row.end) !== row.quote) {
          broken.push({ passage: row.passage, document: id, start: row.start, end: row.end })
        }
      }
    }
    const problems = integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    return {
      ok: problems.length === 0 && foreignKeys === 0 && broken.length === 0,
      integrity: problems,
      foreignKeys,
      anchors: { checked, broken },
    }
  },
}
