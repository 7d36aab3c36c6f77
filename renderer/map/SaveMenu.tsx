/** The map as a file, with caption, n and settings, ready for a report or a slide. */
import { Download } from 'lucide-react'
import type { Input } from '../../core/contract/index.ts'
import { useSaving } from '../evidence/use-saving.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuFor, MenuItem } from '../ui/Menu.tsx'

const WAYS = [
  { name: 'Picture, SVG', about: 'For slides and posters; stays sharp', format: 'svg', theme: 'light' },
  { name: 'Picture, PNG', about: 'For Word reports, twice the size', format: 'png', theme: 'light' },
  { name: 'Picture on dark, PNG', about: 'For a dark slide', format: 'png', theme: 'dark' },
  { name: 'Table, CSV', about: 'Every figure; small counts left out', format: 'csv', theme: 'light' },
] as const

export function SaveMenu({ settings }: { settings: Input<'mapping.twoWay'> }) {
  const { isSaving, cancel, save } = useSaving('mapping.twoWayFile')
  if (isSaving) {
    return (
      <Button look="quiet" onPress={cancel}>
        Stop saving
      </Button>
    )
  }
  return (
    <MenuFor>
      <Button look="quiet" icon={<Download aria-hidden />}>
        Save
      </Button>
      <Menu label="Save the map" placement="bottom end">
        {WAYS.map(({ name, about, format, theme }) => (
          <MenuItem key={name} description={about} onAction={() => save({ settings, format, theme })}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuFor>
  )
}
