/** Several codes: those chosen as chips to take off, and a field to find more. */
import { useState } from 'react'
import { X } from 'lucide-react'
import type { Code } from '../../core/contract/codebook.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { CodeChip, FamilyMark } from '../ui/Code.tsx'
import { ComboBox } from '../ui/Select.tsx'

interface CodePickerProps {
  label: string
  hideLabel?: boolean
  chosen: readonly Code['id'][]
  onChange: (chosen: Code['id'][]) => void
  placeholder?: string
  hasFocus?: boolean
}

export function CodePicker(props: CodePickerProps) {
  const { label, hideLabel = false, chosen, onChange, placeholder = 'Find a code', hasFocus = false } = props
  const { inOrder, byId } = useCodes()
  // A new field after each choice, so that the next begins empty.
  const [turn, setTurn] = useState(0)
  const offered = inOrder.filter(({ id, archived }) => !archived && !chosen.includes(id))
  const add = (id: number) => {
    const code = byId.get(id)
    if (code === undefined) return
    onChange([...chosen, code.id])
    setTurn(turn + 1)
  }
  return (
    <div className="search-picker">
      <ComboBox
        key={turn}
        label={label}
        hideLabel={hideLabel}
        hasFocus={hasFocus || turn > 0}
        placeholder={placeholder}
        options={offered.map((code) => ({
          id: code.id as number,
          label: code.family === 'touchpoint' ? `${code.code} ${code.name}` : code.name,
          mark: <FamilyMark family={code.family} code={code} />,
        }))}
        value={null}
        onChange={add}
      />
      {chosen.length === 0 ? null : (
        <ul className="search-chips" aria-label={`${label}: chosen`}>
          {chosen.map((id) => {
            const code = byId.get(id)
            return code === undefined ? null : (
              <li key={id}>
                <CodeChip code={code}>
                  <button
                    type="button"
                    className="search-off"
                    aria-label={`Take ${code.name} off`}
                    onClick={() => onChange(chosen.filter((other) => other !== id))}
                  >
                    <X aria-hidden />
                  </button>
                </CodeChip>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
