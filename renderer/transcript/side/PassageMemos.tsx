/** The memos on a passage, to read; they are changed in the Memos room. */
import type { Passage } from '../../../core/contract/codings.ts'
import { useAsk } from '../../data.ts'
import { Markdown } from '../../memos/Markdown.tsx'

export function PassageMemos({ passage }: { passage: Passage['id'] }) {
  const { data } = useAsk('memos.list', { target: { kind: 'passage', id: passage } }, { keep: true })
  return (
    <ul className="passage-memos">
      {data?.memos.map(({ memo, text, coder }) => (
        <li key={memo}>
          <Markdown text={text} level={4} />
          <p className="passage-facts">{coder.name}</p>
        </li>
      ))}
    </ul>
  )
}
