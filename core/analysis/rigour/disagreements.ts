/** Where coders differ on one code, so that they can talk about it. */
import type { z } from 'zod'
import { CoreError } from '../../contract/errors.ts'
import type { rigour } from '../../contract/rigour.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { documentText } from '../../documents/text.ts'
import { readCodebook, type CodeFacts } from '../codebook.ts'
import { readSample } from '../sample.ts'
import { judgements } from './agreement.ts'
import { codersOf, sharedTranscripts } from './transcripts.ts'

type Asked = z.output<typeof rigour.disagreements.input>
type Answer = z.input<typeof rigour.disagreements.output>

export function disagreements(db: ReadableDb, { scope, code: key, unit, offset, limit }: Asked): Answer {
  const code = requireCode(db, key)
  const transcripts = sharedTranscripts(db, readSample(db, scope), unit)
  const coders = codersOf(transcripts)
  const names = new Map(db.rows<[number, string]>(sql`SELECT id, name FROM coder`))
  const places = transcripts.flatMap((transcript) =>
    judgements(transcript, coders, code.id).flatMap((ratings, place) => {
      const span = transcript.units[place]
      const who = (rating: number): string[] =>
        coders.flatMap((coder, i) => (ratings[i] === rating ? [names.get(coder) ?? ''] : []))
      const [used, notUsed] = [who(1), who(0)]
      if (!span || used.length === 0 || notUsed.length === 0) return []
      const { document, name: documentName } = transcript
      return [{ document, documentName, start: span.start, end: span.end, used, notUsed }]
    }),
  )
  const page = places.slice(offset, offset + limit)
  const texts = new Map(
    [...new Set(page.map(({ document }) => document))].map((id) => [id, documentText(db, id)]),
  )
  return {
    total: places.length,
    places: page.map((place) => ({
      ...place,
      text: (texts.get(place.document) ?? '').slice(place.start, place.end),
    })),
  }
}

/** Throws `not-found` when the codebook has no such code. */
export function requireCode(db: ReadableDb, key: string): CodeFacts {
  const code = readCodebook(db).byKey.get(key)
  if (!code) throw new CoreError('not-found', `The codebook has no code “${key}”. Choose another.`)
  return code
}
