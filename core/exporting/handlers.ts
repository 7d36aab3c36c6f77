/** Exports: choosing a format, making its files, and keeping on record that they were made. */
import { requireUnsealed } from '../analysis/sample.ts'
import type { Handlers } from '../context.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { counted } from './format.ts'
import { FORMATS, requireFormat } from './formats.ts'
import { recordFile } from './record.ts'

/** The study's name as every file system takes it. */
export function fileStem(db: ReadableDb): string {
  const name = db.value<string>(sql`SELECT name FROM project`) ?? ''
  const safe = name.replaceAll(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').replaceAll(/\s+/gu, ' ')
  return safe.replaceAll(/^[. ]+|[. ]+$/g, '').slice(0, 80) || 'Study'
}

export const exporting: Handlers<'exporting'> = {
  formats: () => ({
    formats: FORMATS.map(({ id, name, extension, about, aboutPeople, details }) => ({
      id,
      name,
      extension,
      about,
      aboutPeople,
      details: details !== undefined,
    })),
  }),

  cautions: ({ db }, { format: id, ...asked }) => {
    const format = requireFormat(id)
    if (format.aboutPeople) requireUnsealed(db, asked.role)
    return { cautions: format.details?.({ db, stem: fileStem(db), ...asked }).cautions ?? [] }
  },

  make: async (context, { format: id, special, role }) => {
    const { db } = context
    const format = requireFormat(id)
    if (format.aboutPeople) requireUnsealed(db, role)
    const request = { db, stem: fileStem(db), special, role }
    const { files, rows, lost } = await format.make(request)
    const cautions = format.details?.(request).cautions ?? []
    recordFile(context, 'exporting.make', `Exported ${format.spoken}, ${counted(rows, format.unit)}`)
    return { files, rows, lost, cautions }
  },
}
