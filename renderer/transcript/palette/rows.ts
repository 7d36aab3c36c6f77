/** The rows of the coding palette: codes under headings, and at the end a new theme named as typed. */
import type { Code } from '../../../core/contract/codebook.ts'
import { familyName } from '../../ui/Code.tsx'
import { isNamed, type Offer } from './rank.ts'

export interface Row {
  /** Unique: a code used lately is listed with its family as well. */
  key: string
  /** Null for the row that makes a new theme. */
  code: Code | null
}

export interface Section {
  title: string
  rows: readonly Row[]
}

export function sectionsOf(offers: readonly Offer[], codes: readonly Code[], query: string): Section[] {
  const found = offers.map(({ title, codes }) => ({
    title: title === 'Recent' ? 'Used lately' : familyName(title),
    rows: codes.map((code): Row => ({ key: `${title}-${code.id}`, code })),
  }))
  const name = query.trim()
  if (name === '' || isNamed(codes, name)) return found
  return [...found, { title: 'Not in the codebook', rows: [{ key: 'new', code: null }] }]
}
