/** One code of the palette, with what it means and whether the words carry it already. */
import { Plus } from 'lucide-react'
import { familyName, FamilyMark } from '../../ui/Code.tsx'
import { Keys } from '../../ui/Keys.tsx'
import type { Row } from './rows.ts'

interface PaletteRowProps {
  id: string
  row: Row
  /** What is typed: the name of a new theme. */
  query: string
  isActive: boolean
  isApplied: boolean
  /** Place among the quick codes, −1 for none. */
  quick: number
  onPress: (row: Row) => void
}

export function PaletteRow({ id, row, query, isActive, isApplied, quick, onPress }: PaletteRowProps) {
  const { code } = row
  return (
    // The field keeps the focus and the keys; a row only takes the pointer.
    <div
      id={id}
      role="option"
      className="w-menu-item coding-row"
      aria-selected={isActive}
      data-focused={isActive || undefined}
      data-focus-visible={isActive || undefined}
      tabIndex={-1}
      onMouseDown={(event) => {
        event.preventDefault()
        if (event.button === 0) onPress(row)
      }}
    >
      {code === null ? (
        <>
          <Plus aria-hidden />
          <span className="coding-name">New theme “{query.trim()}”</span>
        </>
      ) : (
        <>
          <FamilyMark family={code.family} code={code} />
          <span className="coding-name">{code.name}</span>
          <span className="hidden-visually">, {familyName(code.family)}. </span>
          <span className="coding-more">{isApplied ? 'on these words' : code.definition}</span>
        </>
      )}
      {quick === -1 ? null : <Keys keys={`Alt+${quick + 1}`} />}
    </div>
  )
}
