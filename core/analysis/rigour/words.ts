/** Participants' words: how often each is said, and where a phrase stands. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { readSample, type Sample } from '../sample.ts'
import { keywordInContext, wordFrequency } from '../stats/words.ts'
import { requireCode } from './disagreements.ts'
import { passagesOf } from './tables.ts'

type Words = z.input<typeof rigour.words.output>
type Lines = z.input<typeof rigour.wordInContext.output>

export function wordTable(db: ReadableDb, asked: z.output<typeof rigour.words.input>): Words {
  const sample = readSample(db, asked.scope)
  const said = asked.code === null ? wholeSpeech(db, sample) : codedSpeech(db, sample, asked.code)
  const texts = [...Map.groupBy(said, ({ participant }) => participant).values()].map((pieces) =>
    pieces.map(({ text }) => text).join('\n'),
  )
  const words = wordFrequency(texts)
    .slice(0, asked.limit)
    .map(({ word, count, texts }) => ({ word, count, participants: texts }))
  return { words, participants: texts.length }
}

interface Speech {
  participant: number
  text: string
}

interface Turn {
  speaker: number
  document: number
  start: number
  text: string
}

const turnsOf = (db: ReadableDb, sample: Sample): Turn[] =>
  db.all<Turn>(sql`
    SELECT speaker, document, start, text FROM turn
    WHERE speaker IN ${inList([...sample.bySpeaker.keys()])} AND kind = 'speech' ORDER BY document, ord`)

const wholeSpeech = (db: ReadableDb, sample: Sample): Speech[] =>
  turnsOf(db, sample).map(({ speaker, text }) => ({
    participant: sample.bySpeaker.get(speaker)?.participant ?? 0,
    text,
  }))

/** Words inside passages with a code; a stretch in several passages counts once. */
function codedSpeech(db: ReadableDb, sample: Sample, key: string): Speech[] {
  const code = requireCode(db, key).id
  const spans = new Map(
    passagesOf(db, sample).map(({ document, passages }) => [
      document,
      passages.filter(({ codes }) => codes.includes(code)),
    ]),
  )
  return turnsOf(db, sample).flatMap(({ speaker, document, start, text }) => {
    let reach = 0
    return (spans.get(document) ?? []).flatMap((span) => {
      const from = Math.max(span.start - start, reach, 0)
      const to = Math.min(span.end - start, text.length)
      if (from >= to) return []
      reach = to
      return [{ participant: sample.bySpeaker.get(speaker)?.participant ?? 0, text: text.slice(from, to) }]
    })
  })
}

export function wordInContext(db: ReadableDb, asked: z.output<typeof rigour.wordInContext.input>): Lines {
  const sample = readSample(db, asked.scope)
  const place = new Map(sample.documents.map((document, index) => [document, index]))
  const lines = turnsOf(db, sample)
    .flatMap((turn) => keywordInContext(turn.text, asked.phrase).map((found) => ({ turn, found })))
    .sort((a, b) => (place.get(a.turn.document) ?? 0) - (place.get(b.turn.document) ?? 0))
  return {
    total: lines.length,
    lines: lines.slice(asked.offset, asked.offset + asked.limit).map(({ turn, found }) => {
      const voice = sample.bySpeaker.get(turn.speaker)
      return {
        document: turn.document,
        documentName: voice?.documentName ?? '',
        participantName: voice?.name ?? '',
        start: turn.start + found.start,
        end: turn.start + found.end,
        before: turn.text.slice(found.contextStart, found.start),
        words: turn.text.slice(found.start, found.end),
        after: turn.text.slice(found.end, found.contextEnd),
      }
    }),
  }
}
