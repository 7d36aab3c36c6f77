/** Warnings about text that word processors keep in a file without showing it as its text. */
import type { Warning } from '../model.ts'

/** How often something was left out or taken as accepted; what a format does not know is left out. */
export interface ChangeCounts {
  deleted: number
  inserted: number
  hidden: number
  moved?: number
  placeholders?: number
  embedded?: number
  unknownSymbols?: number
}

const MESSAGES: [count: keyof ChangeCounts, code: string, message: string][] = [
  [
    'deleted',
    'tracked-deletions',
    'tracked deletions were left out. The original file still holds those words: share it with care',
  ],
  ['inserted', 'tracked-insertions', 'tracked insertions were taken as accepted'],
  [
    'moved',
    'tracked-moves',
    'tracked moves were taken as accepted: moved words stand where they were moved to',
  ],
  [
    'hidden',
    'hidden-text',
    'stretches of hidden text were left out. Show hidden text in the original to check them',
  ],
  ['placeholders', 'empty-controls', 'empty form fields were left out'],
  ['embedded', 'embedded-documents', 'embedded documents were not read. Import them separately'],
  [
    'unknownSymbols',
    'unknown-symbols',
    'symbols of a special font show as \ufffd. Compare them with the original',
  ],
]

export function warnOfChanges(counts: ChangeCounts, fileName: string): Warning[] {
  return MESSAGES.flatMap(([key, code, message]) => {
    const count = counts[key] ?? 0
    return count > 0 ? [{ code, message: `${fileName}: ${count} ${message}.` }] : []
  })
}

/** A package part whose bytes are not the encoding its XML claims. */
export function warnOfDecoding(xml: string, fileName: string): Warning[] {
  if (!xml.includes('\ufffd')) return []
  const message = `Some bytes of ${fileName} stand for no character and show as \ufffd. Compare them with the original.`
  return [{ code: 'undecodable-bytes', message }]
}
