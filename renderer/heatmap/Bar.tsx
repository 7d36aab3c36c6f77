/** What the heatmap is made of: rows, columns, colour, frustration, who is counted. */
import { ArrowLeftRight } from 'lucide-react'
import { useAsk } from '../data.ts'
import { ViewMenu } from '../evidence/ViewMenu.tsx'
import { ToggleButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { Counted } from '../evidence/Counted.tsx'
import { DEFINITIONS } from '../evidence/frustration.ts'
import { SaveHeatmap } from './SaveHeatmap.tsx'
import { MEASURES, type Measure } from './figures.ts'
import { columnChoices, ROWS } from './names.ts'
import type { View } from './settings.ts'
import { ShowMenu } from './ShowMenu.tsx'

const MEASURE_CHOICES = Object.entries(MEASURES).map(([id, { name, about }]) => ({
  id: id as Measure,
  label: name,
  description: about,
}))

interface BarProps {
  view: View
  onChange: (next: Partial<View>) => void
}

export function Bar({ view, onChange }: BarProps) {
  const attributes = useAsk('participants.attributes', {}).data?.attributes ?? []
  const { settings, transposed } = view
  const set = (next: Partial<View['settings']>) => onChange({ settings: { ...settings, ...next } })
  return (
    <div className="view-bar" role="toolbar" aria-label="What the heatmap shows">
      <ViewMenu room="heatmap" current="" />
      <Select label="Rows" options={ROWS} value={settings.rows} onChange={(rows) => set({ rows })} />
      <Select
        label="Columns"
        options={columnChoices(attributes)}
        value={settings.columns}
        onChange={(columns) => set({ columns })}
      />
      <Select
        label="Colour"
        options={MEASURE_CHOICES}
        value={settings.measure}
        onChange={(measure) => set({ measure })}
      />
      <Select
        label="Frustration"
        options={DEFINITIONS}
        value={settings.frustration}
        onChange={(frustration) => set({ frustration })}
      />
      <Counted scope={settings.scope} onChange={(scope) => set({ scope })} />
      <span className="view-bar-end">
        <ToggleButton
          icon={<ArrowLeftRight aria-hidden />}
          isSelected={transposed}
          onChange={(next) => onChange({ transposed: next })}
        >
          Transpose
        </ToggleButton>
        <ShowMenu view={view} onChange={onChange} />
        <SaveHeatmap settings={settings} />
      </span>
    </div>
  )
}
