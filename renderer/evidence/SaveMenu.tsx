/** Saving a figure: the same menu in every room, whose button stops the work while the file is being made. */
import { useState, type ReactNode } from 'react'
import { Download } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuFor, MenuItem } from '../ui/Menu.tsx'

interface SaveMenuProps {
  /** What is saved, for screen readers. */
  label: string
  /** The words on the button. */
  name?: string
  /** Stops the work; null while nothing is being saved. */
  stop: (() => void) | null
  children: ReactNode
}

export function SaveMenu({ label, name = 'Save', stop, children }: SaveMenuProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <MenuFor isOpen={isOpen} onOpenChange={(next) => (next && stop !== null ? stop() : setOpen(next))}>
      {/* One button throughout: the keyboard stays where it was. */}
      <Button
        look="quiet"
        icon={stop === null ? <Download aria-hidden /> : null}
        {...(stop === null ? {} : { 'aria-haspopup': false })}
      >
        {stop === null ? name : 'Stop saving'}
      </Button>
      <Menu label={label} placement="bottom end">
        {children}
      </Menu>
    </MenuFor>
  )
}

const PICTURES = [
  { name: 'Picture, SVG', about: 'For slides and posters; stays sharp', format: 'svg', theme: 'light' },
  { name: 'Picture, PNG', about: 'For Word reports, twice the size', format: 'png', theme: 'light' },
  { name: 'Picture on dark, PNG', about: 'Light figures on a dark slide', format: 'png', theme: 'dark' },
] as const

type Picture = Pick<(typeof PICTURES)[number], 'format' | 'theme'>

/** The ways every picture can be saved, inside a `SaveMenu`. */
export function PictureItems({ onSave }: { onSave: (picture: Picture) => void }) {
  return PICTURES.map(({ name, about, format, theme }) => (
    <MenuItem key={name} description={about} onAction={() => onSave({ format, theme })}>
      {name}
    </MenuItem>
  ))
}

/** A figure as a picture or as its table. */
export function FigureItems({ onSave }: { onSave: (file: Picture | { format: 'csv' }) => void }) {
  return (
    <>
      <PictureItems onSave={onSave} />
      <MenuItem description="Every figure; small counts left out" onAction={() => onSave({ format: 'csv' })}>
        Table, CSV
      </MenuItem>
    </>
  )
}
