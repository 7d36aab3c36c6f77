/** Chosen touchpoints as one document, with the heatmap, the codebook, a method note and the limitations. */
import { useState } from 'react'
import { FileText } from 'lucide-react'
import { HeatmapSettings, type Heatmap } from '../../../core/contract/analysis.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Counted } from '../../evidence/Counted.tsx'
import { DEFINITIONS } from '../../evidence/frustration.ts'
import { useSaving } from '../../evidence/use-saving.ts'
import { useThresholds } from '../../evidence/use-thresholds.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/Field.tsx'
import { ProgressBar } from '../../ui/Progress.tsx'
import { Select } from '../../ui/Select.tsx'
import './saved.css'

const FORMATS = [
  { id: 'docx', label: 'Word document' },
  { id: 'pdf', label: 'PDF' },
  { id: 'html', label: 'Web page' },
  { id: 'md', label: 'Markdown' },
] as const
type Format = (typeof FORMATS)[number]['id']

/** The most a report holds. */
const MOST = 60

export default function Report({ route }: RoomProps) {
  const { query, set, scope, setScope } = viewState(route, { role: 'resident', complete: true })
  const frustration = HeatmapSettings.shape.frustration.safeParse(query['frustration']).data ?? 'strict'
  const settings = HeatmapSettings.parse({ scope, frustration })
  const answer = useAsk('analysis.heatmap', settings, { keep: true })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const touchpoints = (answer.data?.rows ?? []).filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  return (
    <ViewFrame
      room="heatmap"
      view="report"
      bar={
        <>
          <Counted scope={scope} onChange={setScope} />
          <Select
            label="Frustration"
            options={DEFINITIONS}
            value={frustration}
            onChange={(next) => set({ frustration: next })}
          />
        </>
      }
    >
      <div className="report">
        <Form settings={settings} touchpoints={touchpoints} />
        <Answer answer={answer} working="Counting">
          {({ rows }) => <Touchpoints rows={rows} chosen={chosen} onChoose={setChosen} />}
        </Answer>
      </div>
    </ViewFrame>
  )
}

function Form({ settings, touchpoints }: { settings: HeatmapSettings; touchpoints: string[] }) {
  const [title, setTitle] = useState('')
  const [format, setFormat] = useState<Format>('docx')
  const { save, stop } = useSaving('mapping.report')
  const name = title.trim()
  return (
    <div className="report-form">
      <TextField
        label="Title"
        placeholder="Where the journey frustrates"
        value={title}
        onChange={setTitle}
        description="Left empty, the report takes the study’s name."
      />
      <Select label="Format" options={FORMATS} value={format} onChange={setFormat} />
      <div className="report-actions">
        <Button
          look="primary"
          icon={<FileText aria-hidden />}
          isDisabled={touchpoints.length === 0 || touchpoints.length > MOST || stop !== null}
          onPress={() => save({ ...(name === '' ? {} : { title: name }), touchpoints, settings, format })}
        >
          Make the report
        </Button>
        <span>{chosenInWords(touchpoints.length)}</span>
      </div>
      {stop === null ? null : <ProgressBar label="Writing the report" onCancel={stop} />}
    </div>
  )
}

interface TouchpointsProps {
  rows: Heatmap['rows']
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

function Touchpoints({ rows, chosen, onChoose }: TouchpointsProps) {
  const { smallN } = useThresholds()
  const choose = (ids: readonly string[]) => onChoose(new Set(ids))
  return (
    <div className="report-list">
      <div className="report-actions">
        <Button look="quiet" onPress={() => choose(worst(rows))}>
          The ten that frustrate most people
        </Button>
        <Button look="quiet" onPress={() => choose(rows.slice(0, MOST).map(({ id }) => id))}>
          All
        </Button>
        <Button look="quiet" onPress={() => choose([])}>
          None
        </Button>
      </div>
      {[...Map.groupBy(rows, ({ journey }) => journey)].map(([journey, own]) => (
        <fieldset key={journey} className="report-journey">
          <legend>{journey}</legend>
          {own.map(({ id, name, total }) => (
            <Checkbox
              key={id}
              isSelected={chosen.has(id)}
              onChange={(on) => choose(on ? [...chosen, id] : [...chosen].filter((other) => other !== id))}
            >
              <span>
                {name}{' '}
                <span className="report-n">
                  {total.state === 'small' ? `n<${smallN}` : `${total.F}/${total.E}`}
                </span>
              </span>
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

const TEN = 10

const worst = (rows: Heatmap['rows']): string[] =>
  rows
    .filter(({ total }) => total.state === 'value')
    .toSorted((a, b) => b.total.F - a.total.F)
    .slice(0, TEN)
    .map(({ id }) => id)

function chosenInWords(count: number): string {
  if (count === 0) return 'Choose the touchpoints it should cover.'
  if (count > MOST) return `${count} touchpoints chosen; a report holds ${MOST}.`
  return count === 1 ? '1 touchpoint' : `${count} touchpoints`
}
