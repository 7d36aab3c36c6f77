/** The coding of one transcript, joined to the core. */
import { useMemo } from 'react'
import type { Passage } from '../../core/contract/codings.ts'
import { useDoAtOnce } from '../data.ts'
import { createActions, type CodingActions, type Means } from './coding-actions.ts'

type CodingProps = Pick<Means, 'reader' | 'transcript' | 'passages' | 'codes' | 'memory' | 'coder'> & {
  /** Kept with the reader. */
  made: Set<Passage['id']>
}

/** The same actions for as long as transcript, codebook and coder are. */
export function useCoding(props: CodingProps): CodingActions {
  const { made, reader, transcript, passages, codes, memory, coder } = props
  const add = useDoAtOnce('codings.add')
  const change = useDoAtOnce('codings.change')
  const remove = useDoAtOnce('codings.remove')
  const reshape = useDoAtOnce('codings.reshape')
  const flag = useDoAtOnce('codings.flag')
  const addCode = useDoAtOnce('codebook.add', { quiet: true })
  return useMemo(() => {
    const commands = { add, change, remove, reshape, flag, addCode }
    return createActions({ reader, transcript, passages, codes, memory, coder, ...commands }, made)
  }, [made, reader, transcript, passages, codes, memory, coder, add, change, remove, reshape, flag, addCode])
}
