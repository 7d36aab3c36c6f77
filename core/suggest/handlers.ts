/** Suggestions beside the transcript: what to show, and what the researcher decided about each. */
import type { z } from 'zod'
import type { Suggestion } from '../contract/suggest.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { codePlace } from '../codings/handlers.ts'
import type { ReadableDb } from '../db/database.ts'
import { keptPerDocument } from '../db/kept.ts'
import { sql } from '../db/sql.ts'
import { documentText, requireDocument, textAround } from '../documents/text.ts'
import { workers } from '../jobs/worker.ts'
import { readSettings } from '../project/handlers.ts'
import { clearOf, type Span } from '../text/spans.ts'
import { codesByName } from './codes.ts'

type SuggestionOut = z.input<typeof Suggestion>

interface CodeRow {
  code: string
  name: string
  aliases: string
  definition: string
}

/** Sentences with an emotion of this coder already on them, or about which a decision was made. */
function settled(db: ReadableDb, document: number, coder: string): Span[] {
  return db.all<Span>(sql`
    SELECT p.start, p."end" FROM passage AS p JOIN coder ON coder.id = p.coder
    WHERE p.document = ${document} AND coder.name = ${coder}
      AND EXISTS (SELECT 1 FROM coding AS c JOIN code ON code.id = c.code WHERE c.passage = p.id AND code.family = 'emotion')
    UNION ALL
    SELECT start, "end" FROM suggestion_decision WHERE document = ${document}`)
}

function namedCodes(db: ReadableDb) {
  return db
    .all<CodeRow>(sql`
      SELECT key AS code, name, aliases, definition FROM code
      WHERE archived = 0 AND (family = 'reason' OR level = 'touchpoint') ORDER BY ord`)
    .map((row) => ({ ...row, aliases: JSON.parse(row.aliases) as string[] }))
}

/** Codes that a sentence mentions by name; the words' offsets are into the transcript. */
function mentioned(
  sentence: string,
  at: number,
  codes: ReturnType<typeof namedCodes>,
): SuggestionOut['codes'] {
  return codesByName(sentence, codes).map(({ reasons, ...match }) => ({
    ...match,
    reasons: reasons.map((reason) => ({ ...reason, start: reason.start + at, end: reason.end + at })),
  }))
}

function decide(
  context: CommandContext,
  place: { document: number } & Span,
  decision: string,
  code: number | null,
): void {
  context.db.run(sql`
    INSERT INTO suggestion_decision (document, start, "end", decision, code, coder, created)
    VALUES (${place.document}, ${place.start}, ${place.end}, ${decision}, ${code}, ${context.coder()}, ${context.clock()})`)
  context.touch(place.document)
}

/** A minute is far more than the longest transcript takes. */
const LIMIT_MS = 60_000

/**
 * Found in a worker thread and kept until the text or who speaks it changes. The promise itself is kept, so that two
 * windows asking at once wait for one answer.
 */
const suggestionsOf = keptPerDocument(['turn', 'speaker'], (db, document) => {
  const turns = db.all<Span & { role: string }>(sql`
    SELECT turn.start, turn."end", s.role FROM turn JOIN speaker AS s ON s.id = turn.speaker
    WHERE turn.document = ${document} AND turn.kind = 'speech' ORDER BY turn.ord`)
  return workers.run('suggest.find', { text: documentText(db, document), turns }, { limitMs: LIMIT_MS })
})

export const suggest: Handlers<'suggest'> = {
  forDocument: async ({ db, coderName }, { document, withCodes }) => {
    requireDocument(db, document)
    const settings = readSettings(db)
    const status = db.value<string>(sql`SELECT status FROM document WHERE id = ${document}`)
    // Seeing a suggestion first anchors the coder: the independent pass comes first.
    if (!settings.suggestions || (settings.codeFirst && status !== 'complete'))
      return { hidden: true, suggestions: [] }
    const found = await suggestionsOf(db)(document)
    const open = clearOf(found, settled(db, document, coderName))
    const text = withCodes ? documentText(db, document) : ''
    const codes = withCodes ? namedCodes(db) : []
    return {
      hidden: false,
      suggestions: open.map((suggestion): SuggestionOut => ({
        ...suggestion,
        document,
        codes: withCodes
          ? mentioned(text.slice(suggestion.start, suggestion.end), suggestion.start, codes)
          : [],
      })),
    }
  },

  codes: ({ db }, { document, start, end }) => {
    const { text, from } = textAround(db, document, start, end)
    return { codes: mentioned(text.slice(start - from, end - from), start, namedCodes(db)) }
  },

  accept: (context, { document, start, end, code, intensity }) => {
    const { spoken } = codePlace(
      context,
      { document, start, end, codes: [{ code, intensity }] },
      context.coder(),
      'suggestion',
    )
    decide(context, { document, start, end }, 'accepted', code)
    context.say(`Accepted the suggestion “${spoken.join(' · ')}”`)
    return {}
  },

  reject: (context, place) => {
    decide(context, place, 'rejected', null)
    context.say('Rejected a suggestion')
    return {}
  },
}
