/** The summary as a file to send or to work on, or its emotions as a picture. */
import { PictureItems, SaveMenu } from '../evidence/SaveMenu.tsx'
import { useSaving } from '../evidence/use-saving.ts'
import { MenuItem, MenuSection } from '../ui/Menu.tsx'
import type { SummaryView } from './settings.ts'

const FORMATS = [
  { format: 'docx', name: 'Word document', about: 'To edit and comment on' },
  { format: 'pdf', name: 'PDF', about: 'To send as it is' },
  { format: 'html', name: 'Web page', about: 'One file, opens anywhere' },
  { format: 'md', name: 'Markdown', about: 'Plain text with headings' },
] as const

export function SaveSummary({ view }: { view: SummaryView }) {
  const page = useSaving('analysis.summaryFile')
  const profile = useSaving('analysis.profileFile')
  const { touchpoint, scope, frustration, seed } = view
  if (touchpoint === null) return null
  const asked = { touchpoint, scope, frustration, seed }
  return (
    <SaveMenu label="Save the summary" stop={page.stop ?? profile.stop}>
      <MenuSection title="The page">
        {FORMATS.map(({ format, name, about }) => (
          <MenuItem key={format} description={about} onAction={() => page.save({ ...asked, format })}>
            {name}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection title="Its emotions">
        <PictureItems onSave={(picture) => profile.save({ ...asked, ...picture })} />
      </MenuSection>
    </SaveMenu>
  )
}
