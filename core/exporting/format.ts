/** What an export format is: one entry in the list, one function that makes its files. */
import type { z } from 'zod'
import type { ParticipantRole } from '../contract/common.ts'
import type { ReadableDb } from '../db/database.ts'
import type { Details } from './attributes.ts'

export type Role = z.infer<typeof ParticipantRole> | 'any'

export interface ExportRequest {
  db: ReadableDb
  /** Name of the study, safe in a file name. */
  stem: string
  /** Whether special-category (C) attributes are included. */
  special: boolean
  role: Role
}

interface ExportedFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface Exported {
  files: ExportedFile[]
  rows: number
  /** A sentence for each thing that was left out. */
  lost: string[]
}

export interface Format {
  id: string
  name: string
  extension: string
  about: string
  /** As the history says it: "the coded dataset as CSV". */
  spoken: string
  /** One and many of what `rows` counts. */
  unit: readonly [one: string, many: string]
  /** Holds what participants said, did or are: refused while their side is sealed. */
  aboutPeople: boolean
  /** Participants' details in it, for formats that hold some: who might stand out is told before anything is made. */
  details?: (request: ExportRequest) => Details
  make: (request: ExportRequest) => Exported | Promise<Exported>
}

/** A count with its noun, as a sentence needs it: "1 memo", "1,234 rows". */
export const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
