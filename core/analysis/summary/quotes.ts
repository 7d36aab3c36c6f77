/** Quotes for a touchpoint: drawn by chance within stated rules, one of them a counter-example. */
import type { SummaryOut } from '../shapes.ts'
import { passageRows } from '../../codings/read.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { overlaps, type Span } from '../../text/spans.ts'
import { fairQuotes, type QuoteCandidate } from '../stats/fairQuotes.ts'
import type { Said } from './gather.ts'
import { quotedIn } from './quoted.ts'

/** What the touchpoints before this one in a report have quoted already. */
export interface Quoted {
  readonly passages: Set<number>
  readonly perParticipant: Map<number, number>
}

export const nothingQuoted = (): Quoted => ({ passages: new Set(), perParticipant: new Map() })

/**
 * Candidates are passages with frustration and passages that only speak well. Words of
 * people who said no to being quoted are left out. Quotes carry a pseudonym and nothing else about the person, so no attribute can point to them. Adds what
 * it chose to `quoted`.
 */
export function chooseQuotes(
  db: ReadableDb,
  said: readonly Said[],
  { seed, touchpoint }: { seed: number; touchpoint: string },
  quoted: Quoted = nothingQuoted(),
): SummaryOut['quotes'] {
  const open = quotable(db)
  const candidates = said
    .filter(({ felt }) => felt.marks > 0 || felt.positive)
    .map((item) => candidateOf(item, open(item.evidence), quoted))
  const { choices, noCounterExample, shortfall } = fairQuotes(candidates, {
    seed,
    usedInReport: quoted.perParticipant,
  })
  const elsewhere = new Set(quoted.passages)
  for (const { passage, participant } of choices) {
    quoted.passages.add(passage)
    quoted.perParticipant.set(participant, (quoted.perParticipant.get(participant) ?? 0) + 1)
  }
  const chosen = choices.map(({ passage }) => passage)
  const rows = passageRows(db, chosen)
  // Told, but never part of the draw: a seed gives the same quotes whatever has been saved since.
  const files = quotedIn(db, chosen, touchpoint)
  return {
    seed,
    chosen: rows.flatMap((row, place) => {
      const choice = choices[place]
      if (!choice) return []
      const counterExample = choice.role === 'counter-example'
      const { passage, reason: why } = choice
      const quotedElsewhere = elsewhere.has(passage)
      return [{ ...row, counterExample, why, quotedElsewhere, quotedIn: files(passage) }]
    }),
    counterExample:
      candidates.length === 0 && said.length > 0
        ? 'Nobody spoke of frustration here, and nobody spoke well of it: there is nothing to quote.'
        : [noCounterExample, shortfall].filter((reason) => reason !== null).join(' '),
  }
}

/** A stretch of a transcript. */
interface Place extends Span {
  readonly document: number
}

/** Whether a stretch holds no words of anyone who withdrew or said no to being quoted, whoever else speaks in it. */
export function quotable(db: ReadableDb): (place: Place) => boolean {
  const closed = Map.groupBy(
    db.all<Place>(sql`
      SELECT document, start, "end" FROM turn WHERE speaker IN (
        SELECT speaker.id FROM participant AS p JOIN speaker ON speaker.participant = p.id
        WHERE p.consent_quotes = 0 OR p.withdrawn IS NOT NULL)`),
    ({ document }) => document,
  )
  return (place) => !closed.get(place.document)?.some((turn) => overlaps(turn, place))
}

function candidateOf(
  { evidence, participant, felt }: Said,
  consent: boolean,
  quoted: Quoted,
): QuoteCandidate<number> {
  return {
    passage: evidence.passage,
    participant,
    intensity: Math.max(0, ...evidence.strengths) || null,
    positive: felt.marks === 0,
    length: evidence.end - evidence.start,
    consent,
    quotedElsewhere: quoted.passages.has(evidence.passage),
  }
}
