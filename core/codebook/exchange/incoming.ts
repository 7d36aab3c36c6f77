/** A code as a file says it, before it is compared with the codebook. */
import type { CodebookEntry, FamilyName } from './entries.ts'

/** What a file may say of a code. Left out: the file has no place for it, so it stays as it is. */
export type IncomingFields = Partial<
  Pick<
    CodebookEntry,
    | 'definition'
    | 'include'
    | 'exclude'
    | 'example'
    | 'colour'
    | 'aliases'
    | 'side'
    | 'clock'
    | 'channel'
    | 'pairsWith'
    | 'valence'
    | 'weight'
    | 'archived'
  >
>

export interface IncomingCode {
  /** Line of the table (the heading is 1) or of the XML. */
  line: number
  guid: Uint8Array | null
  /** Short id; null when the file has none. */
  code: string | null
  name: string
  /** Null when the file does not say. */
  family: FamilyName | null
  /** Short id or name of the code above, or the code itself; null for none, undefined when the file does not say. */
  parent: string | IncomingCode | null | undefined
  fields: IncomingFields
}

export interface IncomingCodebook {
  codes: IncomingCode[]
  problems: { line: number; message: string }[]
  notes: string[]
}
