/** A view's figures before they are written: the table as it is for other programs, and how it looks on paper. */
import type { Column } from '../../exporting/table.ts'
import type { GuardedRow } from './guard.ts'

export interface Sheet {
  readonly columns: readonly Column[]
  readonly rows: readonly GuardedRow[]
}

export interface ViewTable extends Sheet {
  /** Over a picture of it. */
  readonly title: string
  /** Under a picture, where more is to be said than who was counted. */
  readonly caption?: string
  /** What a picture shows, where that is fewer columns or another arrangement; `shaded`: darker where there are more. */
  readonly paper?: Sheet & { readonly shaded: boolean }
}

/** A column of words. */
export const said = (key: string, meaning: string): Column => ({ key, meaning, holds: 'text' })

/** What cells hold, in the words of the data dictionary. */
export const COUNT = 'whole number'
export const SHARE = '0 to 1'
export const SIGNED = '-1 to 1'

export const TOUCHPOINT: readonly Column[] = [
  { key: 'id', meaning: 'Short id of the touchpoint, stage or journey', holds: 'text' },
  { key: 'name', meaning: 'Its name', holds: 'text' },
]

export const CODE: readonly Column[] = [
  { key: 'code', meaning: 'Short id of the code', holds: 'text' },
  { key: 'name', meaning: 'Its name', holds: 'text' },
  { key: 'family', meaning: 'Its family', holds: 'text' },
]

/** The columns of the coded dataset that name a transcript, so that tables can be joined. */
export const TRANSCRIPT: readonly Column[] = [
  { key: 'transcript', meaning: 'Number of the transcript, as in the coded dataset', holds: COUNT },
  { key: 'document', meaning: 'Its name', holds: 'text' },
]
