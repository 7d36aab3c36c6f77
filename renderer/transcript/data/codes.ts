/** The codebook as the reader needs it: by id, and the same object until something that is drawn has changed. */
import type { Code } from '../../../core/contract/codebook.ts'
import { useAsk } from '../../data.ts'

export type CodeId = Code['id']

export interface Codes {
  list: readonly Code[]
  byId: ReadonlyMap<CodeId, Code>
}

const NONE: readonly Code[] = []

export const useCodes = (): Codes => codesOf(useAsk('codebook.list', {}).data?.codes ?? NONE)

/** What an answer comes to, looked at once, and not again each time the room is opened. */
const known = new WeakMap<readonly Code[], Codes>()
let last: { faces: string; codes: Codes } = { faces: '', codes: { list: NONE, byId: new Map() } }

/** How a code is drawn and found; its number of uses changes with every coding and must not redraw the text. */
const withoutUse = (code: Code): Code => ({ ...code, used: 0 })

export function codesOf(answer: readonly Code[]): Codes {
  const before = known.get(answer)
  if (before !== undefined) return before
  const list = answer.map(withoutUse)
  const faces = JSON.stringify(list)
  if (faces !== last.faces)
    last = { faces, codes: { list, byId: new Map(list.map((code) => [code.id, code])) } }
  known.set(answer, last.codes)
  return last.codes
}
