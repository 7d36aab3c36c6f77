/** The heatmap as a file, with caption, n and settings, ready for a report or a slide. */
import { useState } from 'react'
import type { HeatmapSettings } from '../../core/contract/analysis.ts'
import { KeepView } from '../evidence/KeepView.tsx'
import { FigureItems, SaveMenu } from '../evidence/SaveMenu.tsx'
import { useSaving } from '../evidence/use-saving.ts'
import { MenuItem, MenuLine } from '../ui/Menu.tsx'

export function SaveHeatmap({ settings }: { settings: HeatmapSettings }) {
  const [isKeeping, setKeeping] = useState(false)
  const { stop, save } = useSaving('analysis.heatmapFile')
  return (
    <>
      <SaveMenu label="Save the heatmap" stop={stop}>
        <FigureItems onSave={(file) => save({ settings, ...file })} />
        <MenuLine />
        <MenuItem description="Under a name, with today’s figures" onAction={() => setKeeping(true)}>
          Keep this view …
        </MenuItem>
      </SaveMenu>
      <KeepView kind="heatmap" settings={settings} isOpen={isKeeping} onClose={() => setKeeping(false)} />
    </>
  )
}
