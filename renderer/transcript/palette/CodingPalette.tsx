/** The coding palette: a panel beside the selected words with a field and the codes that match. */
import type { RefObject } from 'react'
import { Popover } from '../../ui/Popover.tsx'
import { PaletteBody, type PaletteBodyProps } from './PaletteBody.tsx'
import './CodingPalette.css'

interface CodingPaletteProps extends PaletteBodyProps {
  /** Where the selection is: the palette opens beside it. Scrolling does not close it. */
  beside: RefObject<HTMLElement | null>
}

export function CodingPalette({ beside, ...props }: CodingPaletteProps) {
  return (
    <Popover
      label="Code the selection"
      className="coding"
      triggerRef={beside}
      isOpen
      isNonModal
      placement="bottom start"
      offset={8}
    >
      <PaletteBody {...props} />
    </Popover>
  )
}
