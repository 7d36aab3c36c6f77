/** The map as a file, with caption, n and settings, ready for a report or a slide; or kept under a name. */
import { useState } from 'react'
import { KeepView } from '../evidence/KeepView.tsx'
import { FigureItems, SaveMenu } from '../evidence/SaveMenu.tsx'
import { useSaving } from '../evidence/use-saving.ts'
import { MenuItem, MenuLine } from '../ui/Menu.tsx'
import { questionOf, writeMap, type MapView } from './settings.ts'

export function SaveMap({ view }: { view: MapView }) {
  const [isKeeping, setKeeping] = useState(false)
  const { stop, save } = useSaving('mapping.twoWayFile')
  const settings = questionOf(view)
  return (
    <>
      <SaveMenu label="Save the map" stop={stop}>
        <FigureItems onSave={(file) => save({ settings, ...file })} />
        <MenuItem
          description="A3 or A4 landscape, a few touchpoints to a sheet"
          onAction={() => save({ settings, format: 'pdf' })}
        >
          Sheets to print, PDF
        </MenuItem>
        <MenuLine />
        <MenuItem description="Under a name, beside the kept heatmaps" onAction={() => setKeeping(true)}>
          Keep this view …
        </MenuItem>
      </SaveMenu>
      <KeepView
        kind="map"
        settings={writeMap({ ...view, open: null })}
        isOpen={isKeeping}
        onClose={() => setKeeping(false)}
      />
    </>
  )
}
