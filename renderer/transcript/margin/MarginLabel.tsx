/** The codes of a passage by name in the margin; passages that begin too close together share the lines. */
import { memo, type MouseEvent } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { FamilyMark, IntensityPips } from '../../ui/Code.tsx'
import { tone } from '../../ui/tones.ts'

interface MarginLabelProps {
  passage: Passage
  /** Passages that begin too close below to have a label of their own. */
  others: number
  codes: ReadonlyMap<Code['id'], Code>
  top: number
  /** Lines there is room for. */
  lines: number
  mark: string | undefined
  onPress: (passage: Passage) => void
}

export const MarginLabel = memo(function MarginLabel(props: MarginLabelProps) {
  const { passage, others, codes, top, lines, mark, onPress } = props
  const named = feelingsFirst(passage, codes).slice(0, lines)
  const more = passage.codings.length - named.length
  return (
    // Not in the way of Tab: the keyboard walks passages with commands and finds them beside the text.
    <button
      type="button"
      tabIndex={-1}
      className="margin-label"
      data-mark={mark}
      style={{ top }}
      onMouseDown={keepFocus}
      onClick={() => onPress(passage)}
    >
      {named.map(({ coding, code }, at) => (
        <span key={coding.id} className="margin-code" {...tone(code)}>
          <FamilyMark family={code.family} code={code} />
          <span className="margin-name" data-implied={coding.stance === 'implied' || undefined}>
            {code.name}
          </span>
          {coding.intensity === null ? null : <IntensityPips value={coding.intensity} />}
          {at === named.length - 1 && more > 0 ? <span className="margin-more">+{more}</span> : null}
          {at === named.length - 1 && others > 0 ? <span className="margin-more">{others} more</span> : null}
        </span>
      ))}
    </button>
  )
})

/** A press in the margin leaves the focus, and so the keys, in the text. */
export const keepFocus = (event: MouseEvent): void => event.preventDefault()

/** Where there is little room the feeling is what is looked for. */
function feelingsFirst({ codings }: Passage, codes: ReadonlyMap<Code['id'], Code>) {
  const known = codings.flatMap((coding) => {
    const code = codes.get(coding.code)
    return code === undefined ? [] : [{ coding, code }]
  })
  const isFeeling = ({ code }: { code: Code }) => code.family === 'emotion'
  return [...known.filter(isFeeling), ...known.filter((one) => !isFeeling(one))]
}
