/** The figure as it would stand in a report: title, n, grid, legend, caption. */
import { useMemo, useState } from 'react'
import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { Heatmap } from '../../core/contract/analysis.ts'
import { formatRoute } from '../app/routes.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { MEASURES } from './figures.ts'
import { Grid } from './Grid.tsx'
import { Legend } from './Legend.tsx'
import { people } from '../evidence/people.ts'
import { Trouble } from '../evidence/ViewFrame.tsx'
import { columnsInWords } from './names.ts'
import { Readout } from './Readout.tsx'
import type { Spot, View } from './settings.ts'
import { sheetOf } from './sheet.ts'
import type { CountedHeatmap } from './use-heatmap.ts'

interface FigureProps {
  view: View
  counted: CountedHeatmap
  onOpen: (spot: Spot, byKeyboard: boolean) => void
  onChange: (next: Partial<View>) => void
}

export function Figure({ view, counted, onOpen, onChange }: FigureProps) {
  const { heatmap, error, progress, isStopped, stop, again } = counted
  const toColleagues = () =>
    onChange({ settings: { ...view.settings, scope: { ...view.settings.scope, role: 'colleague' } } })
  return (
    <>
      {progress === null ? null : (
        <div className="heatmap-progress">
          <ProgressBar
            label="Counting"
            done={progress.done}
            total={progress.total}
            note={progress.note}
            onCancel={stop}
          />
        </div>
      )}
      {isStopped ? (
        <Banner actions={<Button onPress={again}>Count again</Button>}>
          Counting was stopped. What is shown was counted before.
        </Banner>
      ) : null}
      {error === null ? null : (
        <Trouble error={error}>
          {error.code === 'sealed' ? (
            <Button look="primary" onPress={toColleagues}>
              Look at colleagues
            </Button>
          ) : null}
        </Trouble>
      )}
      {heatmap === null || error !== null ? null : heatmap.rows.length === 0 ? (
        <NothingCoded view={view} onChange={onChange} />
      ) : (
        <Drawn heatmap={heatmap} view={view} onOpen={onOpen} />
      )}
    </>
  )
}

interface DrawnProps extends Pick<FigureProps, 'view' | 'onOpen'> {
  heatmap: Heatmap
}

function Drawn({ heatmap, view, onOpen }: DrawnProps) {
  const [pointed, setPointed] = useState<Spot | null>(null)
  const sheet = useMemo(() => sheetOf(heatmap, view.transposed), [heatmap, view.transposed])
  return (
    <>
      <FigureHead heatmap={heatmap} />
      <Grid
        heatmap={heatmap}
        sheet={sheet}
        percent={view.percent}
        open={view.open}
        onOpen={onOpen}
        onPoint={setPointed}
      />
      <footer className="heatmap-foot">
        <Readout heatmap={heatmap} spot={pointed ?? view.open} />
        <Legend heatmap={heatmap} />
      </footer>
    </>
  )
}

function FigureHead({ heatmap: { settings, survival } }: { heatmap: Heatmap }) {
  const { participants, documents, unfinished, scope } = settings
  const Mark = survival.survives ? CircleCheck : TriangleAlert
  return (
    <header className="heatmap-head">
      <h3>
        {MEASURES[settings.measure].name} by {settings.rows} and {columnsInWords(settings.columns)}
      </h3>
      <p>
        {people(participants, scope.role)} in {documents} {documents === 1 ? 'transcript' : 'transcripts'}
        {unfinished > 0 ? `, ${unfinished} not marked complete` : ''}. Indicative; purposive sample.
      </p>
      <PopoverFor>
        <Button look="quiet" className="heatmap-about" icon={<Info aria-hidden />}>
          About these figures
        </Button>
        <Popover label="About these figures" placement="bottom end">
          <p className="heatmap-caption">{settings.caption}</p>
        </Popover>
      </PopoverFor>
      <p className="heatmap-survival" data-survives={survival.survives || undefined}>
        <Mark aria-hidden /> {survival.sentence}
      </p>
    </header>
  )
}

function NothingCoded({ view, onChange }: Pick<FigureProps, 'view' | 'onChange'>) {
  return (
    <EmptyState
      title="No passages to count"
      actions={
        <>
          <a className="w-button" data-look="primary" href={formatRoute({ room: 'code' })}>
            Code passages
          </a>
          <Button onPress={() => onChange({ settings: { ...view.settings, all: true } })}>
            Show every row
          </Button>
        </>
      }
    >
      <p>Nobody who is counted has a passage at these touchpoints. Code passages, or count more people.</p>
    </EmptyState>
  )
}
