/** How the same counts are shown: order, percentages, rows nobody mentioned, how sure the ranks are. */
import { ChevronDown } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Choice.tsx'
import { NumberField } from '../ui/Field.tsx'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { RadioGroup } from '../ui/Choice.tsx'
import type { View } from './settings.ts'

interface ShowMenuProps {
  view: View
  onChange: (next: Partial<View>) => void
}

export function ShowMenu({ view, onChange }: ShowMenuProps) {
  const { settings, percent } = view
  const set = (next: Partial<View['settings']>) => onChange({ settings: { ...settings, ...next } })
  return (
    <PopoverFor>
      <Button look="quiet">
        Show <ChevronDown aria-hidden />
      </Button>
      <Popover label="How it is shown" placement="bottom end">
        <div className="evidence-form">
          <RadioGroup
            label="Order of rows"
            options={[
              { id: 'journey', label: 'As in the journey' },
              { id: 'measure', label: 'Highest first' },
            ]}
            value={settings.sort}
            onChange={(sort) => set({ sort })}
          />
          <Switch isSelected={percent} onChange={(next) => onChange({ percent: next })}>
            Percentages above the counts
          </Switch>
          <Switch isSelected={settings.all} onChange={(all) => set({ all })}>
            Rows nobody mentioned
          </Switch>
          <Switch isSelected={settings.bootstrap} onChange={(bootstrap) => set({ bootstrap })}>
            How sure the top three are
          </Switch>
          {settings.bootstrap ? (
            <div className="heatmap-form-pair">
              <NumberField
                label="Draws"
                minValue={100}
                maxValue={10_000}
                step={100}
                value={settings.draws}
                onChange={(draws) => set({ draws })}
              />
              <NumberField
                label="Seed"
                formatOptions={{ useGrouping: false }}
                value={settings.seed}
                onChange={(seed) => set({ seed })}
              />
            </div>
          ) : null}
        </div>
      </Popover>
    </PopoverFor>
  )
}
