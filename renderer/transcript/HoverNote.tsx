/** What the words under the pointer are coded with. Said to screen readers beside each turn. */
import type { Code } from '../../core/contract/codebook.ts'
import { CodeChip } from '../ui/Code.tsx'
import { useStore } from '../ui/store.ts'
import type { Desk } from './use-desk.ts'

const MOST_SHOWN = 4

export function HoverNote({ desk, codes }: { desk: Desk; codes: ReadonlyMap<Code['id'], Code> }) {
  const hovered = useStore(desk.reader, (state) => (state.palette === null ? state.hovered : null))
  if (hovered === null) return null
  const { shown } = desk.coded.get()
  const passages = hovered.passages.flatMap((id) => shown.find((passage) => passage.id === id) ?? [])
  const more = passages.length - MOST_SHOWN
  return (
    <div className="hover-note" aria-hidden style={{ left: hovered.x, top: hovered.y }}>
      {passages.slice(0, MOST_SHOWN).map((passage) => (
        <div key={passage.id} className="hover-passage">
          {passage.codings.map((coding) => {
            const code = codes.get(coding.code)
            return code === undefined ? null : (
              <CodeChip key={coding.id} code={code} intensity={coding.intensity}>
                {coding.stance === 'implied' ? <em>implied</em> : null}
              </CodeChip>
            )
          })}
        </div>
      ))}
      {more > 0 ? <span className="hover-more">and {more} more passages</span> : null}
      {passages.length > 1 ? <span className="hover-more">Click again for the next</span> : null}
    </div>
  )
}
