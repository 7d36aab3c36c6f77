/** The plot as a picture, with caption, n and settings. */
import { Image } from 'lucide-react'
import type { Input } from '../../../core/contract/index.ts'
import { useSaving } from '../../evidence/use-saving.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu, MenuFor, MenuItem } from '../../ui/Menu.tsx'

const WAYS = [
  { name: 'Picture, SVG', about: 'For slides and posters; stays sharp', format: 'svg', theme: 'light' },
  { name: 'Picture, PNG', about: 'For Word reports, twice the size', format: 'png', theme: 'light' },
  { name: 'Picture on dark, PNG', about: 'For a dark slide', format: 'png', theme: 'dark' },
] as const

export function SavePicture({ settings }: { settings: Input<'mapping.importance'> }) {
  const { isSaving, save } = useSaving('mapping.importanceFile')
  return (
    <MenuFor>
      <Button look="quiet" isDisabled={isSaving} icon={<Image aria-hidden />}>
        Save picture
      </Button>
      <Menu label="Save the plot" placement="bottom end">
        {WAYS.map(({ name, about, format, theme }) => (
          <MenuItem key={name} description={about} onAction={() => save({ settings, format, theme })}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuFor>
  )
}
