/** How this study works: suggestions, snapping, and when figures are too thin to show. Each change is a step that can be undone. */
import { useAsk, useDo } from '../data.ts'
import { Segments, Switch } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { NumberField } from '../ui/Field.tsx'
import './dialogs.css'

interface SettingsDialogProps {
  isOpen: boolean
  onClose: () => void
}

const SNAP = [
  { id: 'none', label: 'As selected' },
  { id: 'word', label: 'To words' },
  { id: 'sentence', label: 'To sentences' },
] as const

export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  return (
    <Dialog title="Study settings" isOpen={isOpen} onClose={onClose} size="small">
      <Settings />
    </Dialog>
  )
}

function Settings() {
  const { data } = useAsk('project.info', {})
  const set = useDo('project.set')
  if (data === undefined) return null
  const { suggestions, codeFirst, snap, smallN, thinN } = data.settings
  return (
    <div className="settings">
      <Switch isSelected={suggestions} onChange={(shown) => set.mutate({ suggestions: shown })}>
        Show suggestions beside transcripts
      </Switch>
      <div>
        <Switch isSelected={codeFirst} onChange={(first) => set.mutate({ codeFirst: first })}>
          Code first, then compare
        </Switch>
        <p className="settings-help">
          Suggestions stay hidden until a transcript is marked complete, so that they do not steer the coding.
        </p>
      </div>
      <div>
        <p className="settings-label">A selection with the mouse grows</p>
        <Segments
          label="A selection with the mouse grows"
          options={SNAP}
          value={snap}
          onChange={(to) => set.mutate({ snap: to })}
        />
      </div>
      <NumberField
        label="No figures below"
        description="People who spoke of a touchpoint. Below this a cell shows no colour, and exports hold counts back."
        minValue={1}
        maxValue={10}
        value={smallN}
        onChange={(people) => set.mutate({ smallN: people })}
      />
      <NumberField
        label="Thin evidence below"
        description="Hatched and muted below this many people."
        minValue={1}
        maxValue={20}
        value={thinN}
        onChange={(people) => set.mutate({ thinN: people })}
      />
    </div>
  )
}
