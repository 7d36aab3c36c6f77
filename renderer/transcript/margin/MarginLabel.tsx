/** The codes of a passage in a line of the margin; several passages that start together share it. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { FamilyMark, IntensityPips } from '../../ui/Code.tsx'
import { tone } from '../../ui/tones.ts'

interface MarginLabelProps {
  passages: readonly Passage[]
  codes: ReadonlyMap<Code['id'], Code>
  top: number
  mark: string | undefined
  onPress: (passage: Passage) => void
}

const MOST_NAMED = 3

export function MarginLabel({ passages, codes, top, mark, onPress }: MarginLabelProps) {
  const [first] = passages
  if (first === undefined) return null
  const named = first.codings.slice(0, MOST_NAMED)
  const more = first.codings.length - named.length
  return (
    <div className="margin-label" data-mark={mark} style={{ top }} onClick={() => onPress(first)}>
      {named.map((coding) => {
        const code = codes.get(coding.code)
        return code === undefined ? null : (
          <span key={coding.id} className="margin-code" {...tone(code)}>
            <FamilyMark family={code.family} code={code} />
            <span className="margin-name">{code.name}</span>
            {coding.intensity === null ? null : <IntensityPips value={coding.intensity} />}
          </span>
        )
      })}
      {more > 0 ? <span className="margin-more">+{more}</span> : null}
      {passages.length > 1 ? <span className="margin-more">and {passages.length - 1} more</span> : null}
    </div>
  )
}
