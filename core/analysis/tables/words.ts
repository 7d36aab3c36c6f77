/** Participants' words as tables: how often each is said, and every place a phrase stands. */
import type { z } from 'zod'
import type { rigour } from '../../contract/rigour.ts'
import type { Span } from '../../text/spans.ts'
import { guard } from './guard.ts'
import { COUNT, TRANSCRIPT, type ViewTable } from './table.ts'

/** A word that hardly anybody says may be somebody's name: it goes with its counts. */
export function wordsTable({ words }: z.input<typeof rigour.words.output>): ViewTable {
  return {
    title: 'Words',
    columns: [
      { key: 'word', meaning: 'As said', holds: 'text' },
      { key: 'count', meaning: 'How often it is said', holds: COUNT },
      { key: 'participants', meaning: 'Participants who say it', holds: COUNT },
    ],
    rows: words.map(({ word, count, participants }) => [guard([participants], word, count, participants)]),
  }
}

/** `open` tells whether a place may be quoted: nobody's words leave the project who said no. */
export function contextTable(
  phrase: string,
  { lines }: z.input<typeof rigour.wordInContext.output>,
  open: (place: Span & { document: number }) => boolean,
): ViewTable {
  return {
    title: `“${phrase}” in context`,
    columns: [
      { key: 'participant', meaning: 'Who says it', holds: 'text' },
      { key: 'before', meaning: 'The words before, with consent to be quoted', holds: 'text' },
      { key: 'words', meaning: 'The words that were looked for, as said', holds: 'text' },
      { key: 'after', meaning: 'The words after', holds: 'text' },
      ...TRANSCRIPT,
      { key: 'start', meaning: 'First character of the words, counted from 0 in UTF-16 units', holds: COUNT },
      { key: 'end', meaning: 'Character after the last, counted the same way', holds: COUNT },
    ],
    rows: lines.map(({ participantName, document, documentName, start, end, before, words, after }) => [
      participantName,
      ...(open({ document, start, end }) ? [before, words, after] : ['', '', '']),
      document,
      documentName,
      start,
      end,
    ]),
  }
}
