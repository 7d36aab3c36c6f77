/** The summary as a file to send or to work on. */
import { Download } from 'lucide-react'
import { useSaving } from '../evidence/use-saving.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuFor, MenuItem, MenuLine } from '../ui/Menu.tsx'
import type { SummaryView } from './settings.ts'

const FORMATS = [
  { format: 'docx', name: 'Word document', about: 'To edit and comment on' },
  { format: 'pdf', name: 'PDF', about: 'To send as it is' },
  { format: 'html', name: 'Web page', about: 'One file, opens anywhere' },
  { format: 'md', name: 'Markdown', about: 'Plain text with headings' },
] as const

const PICTURES = [
  { format: 'svg', name: 'Emotions as a picture, SVG', about: 'For slides and posters; stays sharp' },
  { format: 'png', name: 'Emotions as a picture, PNG', about: 'For Word reports, twice the size' },
] as const

export function SaveMenu({ view }: { view: SummaryView }) {
  const { isSaving, cancel, save } = useSaving('analysis.summaryFile')
  const picture = useSaving('analysis.profileFile')
  const { touchpoint, scope, frustration, seed } = view
  if (touchpoint === null) return null
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
      <Menu label="Save the summary" placement="bottom end">
        {FORMATS.map(({ format, name, about }) => (
          <MenuItem
            key={format}
            description={about}
            onAction={() => save({ touchpoint, scope, frustration, seed, format })}
          >
            {name}
          </MenuItem>
        ))}
        <MenuLine />
        {PICTURES.map(({ format, name, about }) => (
          <MenuItem
            key={format}
            description={about}
            onAction={() => picture.save({ touchpoint, scope, frustration, seed, format })}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuFor>
  )
}
