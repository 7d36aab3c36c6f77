/** The codebook as the reader needs it: by id, and the same object until something that is drawn has changed. */
import { useMemo } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import { useAsk } from '../../data.ts'

export type CodeId = Code['id']

export interface Codes {
  list: readonly Code[]
  byId: ReadonlyMap<CodeId, Code>
}

/** How a code is drawn and found; its number of uses changes with every coding and must not redraw the text. */
const faceOf = (code: Code): string => JSON.stringify({ ...code, used: 0 })

export function useCodes(): Codes {
  const codes = useAsk('codebook.list', {}).data?.codes
  const faces = useMemo(() => (codes ?? []).map(faceOf).join('\n'), [codes])
  return useMemo(() => {
    const list = faces === '' ? [] : faces.split('\n').map((face): Code => JSON.parse(face))
    return { list, byId: new Map(list.map((code) => [code.id, code])) }
  }, [faces])
}
