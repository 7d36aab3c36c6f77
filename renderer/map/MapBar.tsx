/** What the map shows: whose side, which journey, what counts as frustration. */
import { ChevronDown } from 'lucide-react'
import type { Code } from '../../core/contract/codebook.ts'
import { DEFINITIONS } from '../evidence/frustration.ts'
import { useSeal } from '../evidence/Seal.tsx'
import { ViewMenu } from '../evidence/ViewMenu.tsx'
import { Button } from '../ui/Button.tsx'
import { Segments, Switch } from '../ui/Choice.tsx'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { Select } from '../ui/Select.tsx'
import { Measures } from './Measures.tsx'
import { SaveMap } from './SaveMap.tsx'
import type { MapView, Side } from './settings.ts'

interface MapBarProps {
  view: MapView
  isSealed: boolean
  journeys: readonly Code[]
  onChange: (next: Partial<MapView>) => void
}

const SIDES: readonly { id: Side; label: string }[] = [
  { id: 'both', label: 'Both sides' },
  { id: 'resident', label: 'Residents' },
  { id: 'colleague', label: 'Colleagues' },
]
const ALL = ''

export function MapBar({ view, isSealed, journeys, onChange }: MapBarProps) {
  return (
    <div className="view-bar" role="toolbar" aria-label="What the map shows">
      <ViewMenu room="map" current="" />
      {isSealed ? (
        <span>Colleagues’ side</span>
      ) : (
        <Segments label="Side" options={SIDES} value={view.side} onChange={(side) => onChange({ side })} />
      )}
      <Select
        label="Journey"
        hideLabel
        options={[
          { id: ALL, label: 'Every journey' },
          ...journeys.map(({ code, name }) => ({ id: code, label: name })),
        ]}
        value={view.journey ?? ALL}
        onChange={(journey) => onChange({ journey: journey === ALL ? null : journey })}
      />
      <Select
        label="Frustration"
        options={DEFINITIONS}
        value={view.frustration}
        onChange={(frustration) => onChange({ frustration })}
      />
      <span className="view-bar-end">
        <PopoverFor>
          <Button look="quiet">
            Show <ChevronDown aria-hidden />
          </Button>
          <Popover label="What is shown" placement="bottom end">
            <More view={view} onChange={onChange} />
          </Popover>
        </PopoverFor>
        <SaveMap view={view} />
      </span>
    </div>
  )
}

function More({ view, onChange }: Pick<MapBarProps, 'view' | 'onChange'>) {
  const { isSealed, seal } = useSeal()
  return (
    <div className="evidence-form">
      <Switch isSelected={view.complete} onChange={(complete) => onChange({ complete })}>
        Only transcripts marked complete
      </Switch>
      <Switch isSelected={view.all} onChange={(all) => onChange({ all })}>
        Touchpoints nobody mentioned
      </Switch>
      <Switch isSelected={view.everyLane} onChange={(everyLane) => onChange({ everyLane })}>
        Every lane: expectations, channels
      </Switch>
      <Measures />
      {isSealed ? null : (
        <div>
          <Button onPress={() => seal(true)}>Seal residents’ findings</Button>
          <p className="w-help">Until unsealed, only the colleagues’ side can be seen.</p>
        </div>
      )}
    </div>
  )
}
