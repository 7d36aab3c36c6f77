/** The codebook at hand: codes by id and by short id, for chips and headings. */
import { useMemo } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import { useAsk } from '../data.ts'

export interface Codes {
  inOrder: readonly Code[]
  byId: ReadonlyMap<number, Code>
  byKey: ReadonlyMap<string, Code>
}

const NONE: readonly Code[] = []

export function useCodes(): Codes {
  const codes = useAsk('codebook.list', {}).data?.codes ?? NONE
  return useMemo(() => codesOf(codes), [codes])
}

export const codesOf = (codes: readonly Code[]): Codes => ({
  inOrder: codes,
  byId: new Map(codes.map((code) => [code.id, code])),
  byKey: new Map(codes.map((code) => [code.code, code])),
})
