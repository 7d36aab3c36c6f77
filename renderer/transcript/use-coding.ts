/** The coding of one transcript, joined to the core. */
import { useMemo } from 'react'
import { useDo } from '../data.ts'
import { createActions, type CodingActions, type Means } from './coding-actions.ts'
import { useEditPassages, type DocumentId } from './data/passages.ts'

type CodingProps = Pick<Means, 'reader' | 'transcript' | 'codes' | 'memory' | 'coder'> & {
  document: DocumentId | null
}

/** The same actions for as long as transcript, codebook and coder are. */
export function useCoding(props: CodingProps): CodingActions {
  const { reader, document, transcript, codes, memory, coder } = props
  const { mutateAsync: add } = useDo('codings.add')
  const { mutateAsync: change } = useDo('codings.change')
  const { mutateAsync: remove } = useDo('codings.remove')
  const { mutateAsync: reshape } = useDo('codings.reshape')
  const { mutateAsync: flag } = useDo('codings.flag')
  const { mutateAsync: addCode } = useDo('codebook.add', { quiet: true })
  const edit = useEditPassages(document)
  return useMemo(() => {
    const commands = { add, change, remove, reshape, flag, addCode }
    return createActions({ reader, transcript, codes, memory, coder, ...commands, ...edit })
  }, [reader, transcript, codes, memory, coder, add, change, remove, reshape, flag, addCode, edit])
}
