/** The heatmap as a file, with caption, n and settings, ready for a report or a slide. */
import { useState } from 'react'
import { Download } from 'lucide-react'
import type { HeatmapSettings } from '../../core/contract/analysis.ts'
import { useSaving } from '../evidence/use-saving.ts'
import { Button } from '../ui/Button.tsx'
import { KeepView } from '../evidence/KeepView.tsx'
import { Menu, MenuFor, MenuItem, MenuLine } from '../ui/Menu.tsx'

export function ExportMenu({ settings }: { settings: HeatmapSettings }) {
  const [isKeeping, setKeeping] = useState(false)
  const { isSaving, cancel, save } = useSaving('analysis.heatmapFile')
  if (isSaving) {
    return (
      <Button look="quiet" onPress={cancel}>
        Stop saving
      </Button>
    )
  }
  return (
    <>
      <MenuFor>
        <Button look="quiet" icon={<Download aria-hidden />}>
          Save
        </Button>
        <Menu label="Save the heatmap" placement="bottom end">
          <MenuItem
            description="For slides and posters; stays sharp"
            onAction={() => save({ settings, format: 'svg' })}
          >
            Picture, SVG
          </MenuItem>
          <MenuItem
            description="For Word reports, twice the size"
            onAction={() => save({ settings, format: 'png' })}
          >
            Picture, PNG
          </MenuItem>
          <MenuItem
            description="Light figures on a dark slide"
            onAction={() => save({ settings, format: 'png', theme: 'dark' })}
          >
            Picture on dark, PNG
          </MenuItem>
          <MenuItem
            description="Every figure; counts below 3 left out"
            onAction={() => save({ settings, format: 'csv' })}
          >
            Table, CSV
          </MenuItem>
          <MenuLine />
          <MenuItem description="Under a name, with today’s figures" onAction={() => setKeeping(true)}>
            Keep this view …
          </MenuItem>
        </Menu>
      </MenuFor>
      <KeepView kind="heatmap" settings={settings} isOpen={isKeeping} onClose={() => setKeeping(false)} />
    </>
  )
}
