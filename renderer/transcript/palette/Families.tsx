/** One family at a time, by pointer; Tab does the same from the field. */
import type { Family } from '../../../core/contract/common.ts'
import { ToggleButton } from '../../ui/Button.tsx'
import { familyName, FamilyMark } from '../../ui/Code.tsx'
import { FAMILY_ORDER } from './rank.ts'

interface FamiliesProps {
  chosen: Family | null
  onChoose: (family: Family | null) => void
}

export function Families({ chosen, onChoose }: FamiliesProps) {
  return (
    <div className="coding-families" role="group" aria-label="Only one family">
      {FAMILY_ORDER.map((family) => (
        <ToggleButton
          key={family}
          className="coding-family"
          isSelected={chosen === family}
          onChange={(isOn) => onChoose(isOn ? family : null)}
          excludeFromTabOrder
          preventFocusOnPress
          icon={<FamilyMark family={family} />}
        >
          {familyName(family)}
        </ToggleButton>
      ))}
    </div>
  )
}
