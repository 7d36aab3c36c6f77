/** The plot as a picture, with caption, n and settings. */
import type { Input } from '../../../core/contract/index.ts'
import { PictureItems, SaveMenu } from '../../evidence/SaveMenu.tsx'
import { useSaving } from '../../evidence/use-saving.ts'

export function SavePicture({ settings }: { settings: Input<'mapping.importance'> }) {
  const { stop, save } = useSaving('mapping.importanceFile')
  return (
    <SaveMenu label="Save the plot" name="Save picture" stop={stop}>
      <PictureItems onSave={(picture) => save({ settings, ...picture })} />
    </SaveMenu>
  )
}
