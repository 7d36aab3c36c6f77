/** How far coders agree, code by code, on transcripts that two or more of them coded. It informs and never gates. */
import { useMemo } from 'react'
import { scaleLinear } from 'd3-scale'
import type { Input, Output } from '../../../core/contract/index.ts'
import { Family } from '../../../core/contract/common.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { number, percent } from '../../evidence/format.ts'
import { useCodes } from '../../evidence/use-codes.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { Badge, FamilyMark, familyName } from '../../ui/Code.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { Disagreements, type Unit } from './Disagreements.tsx'
import './rigour.css'

type AgreementData = Output<'rigour.agreement'>
type CodeRow = AgreementData['codes'][number]

const EVERY = 'every'
const UNITS: readonly { id: Unit; label: string }[] = [
  { id: 'sentence', label: 'Sentence' },
  { id: 'turn', label: 'Turn' },
]
const FAMILIES = [
  { id: EVERY, label: 'Every family' },
  ...Family.options.map((id) => ({ id, label: `${familyName(id)}s` })),
]

export default function Agreement({ route }: RoomProps) {
  const { query, set, open, show } = viewState(route)
  const unit = UNITS.find(({ id }) => id === query['unit'])?.id ?? 'sentence'
  const family = Family.safeParse(query['family']).data
  const settings: Input<'rigour.agreement'> = {
    unit,
    scope: { role: 'any' },
    ...(family === undefined ? {} : { families: [family] }),
  }
  const answer = useAsk('rigour.agreement', settings, { keep: true })
  const name = answer.data?.codes.find(({ code }) => code === open)?.name
  return (
    <ViewFrame
      room="heatmap"
      view="agreement"
      table={{ view: 'agreement', settings }}
      bar={
        <>
          <Select label="Unit" options={UNITS} value={unit} onChange={(next) => set({ unit: next })} />
          <Select
            label="Codes"
            options={FAMILIES}
            value={family ?? EVERY}
            onChange={(next) => set({ family: next === EVERY ? null : next })}
          />
        </>
      }
      onClose={() => show(null)}
      evidence={
        open === null || name === undefined ? null : (
          <Disagreements key={open} code={open} name={name} unit={unit} onClose={() => show(null)} />
        )
      }
    >
      <Answer answer={answer} working="Comparing the coders">
        {(data) => (data.documents.length === 0 ? <NotYet /> : <Table data={data} onOpen={show} />)}
      </Answer>
    </ViewFrame>
  )
}

function NotYet() {
  return (
    <EmptyState title="No transcript coded twice">
      <p>
        Have two people code the same transcript without seeing each other’s coding: a tenth to a quarter of
        the transcripts, drawn by chance, is usual. Their agreement then appears here.
      </p>
    </EmptyState>
  )
}

const HEADINGS = [
  'Code',
  'Krippendorff’s α, 95% interval',
  'α',
  'Reading',
  'Agreement',
  'When used',
  'Passages α',
  'Intensity α',
  'κ',
]

function Table({ data, onOpen }: { data: AgreementData; onOpen: (code: string) => void }) {
  const { coders, documents, codes, settings } = data
  const rows = useMemo(() => codes.filter(({ alpha }) => alpha.value !== null), [codes])
  return (
    <>
      <header className="view-head">
        <p>
          {coders.map((coder) => coder.name).join(' and ')} in{' '}
          {documents.map((document) => document.name).join(', ')}.
          {codes.length > rows.length
            ? ` ${codes.length - rows.length} codes were not used in these transcripts.`
            : ''}
        </p>
      </header>
      <table className="rigour">
        <caption className="hidden-visually">Agreement by code</caption>
        <thead>
          <tr>
            {HEADINGS.map((heading, at) => (
              <th key={heading} scope="col" className={at === 1 ? 'rigour-axis' : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CodeLine key={row.code} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      <p className="view-foot">{settings.caption}</p>
    </>
  )
}

function CodeLine({ row, onOpen }: { row: CodeRow; onOpen: (code: string) => void }) {
  const code = useCodes().byKey.get(row.code)
  return (
    <tr>
      <th scope="row">
        <button type="button" className="rigour-door" onClick={() => onOpen(row.code)}>
          {code === undefined ? null : <FamilyMark family={code.family} code={code} />}
          {row.name}
        </button>
      </th>
      <td aria-hidden>
        <Alpha row={row} />
      </td>
      <td>{figure(row.alpha.value)}</td>
      <td>
        <Reading row={row} />
      </td>
      <td>{row.agreement === null ? '' : percent(row.agreement)}</td>
      <td>{row.positiveAgreement === null ? '' : percent(row.positiveAgreement)}</td>
      <td>{figure(row.unitising.value)}</td>
      <td>{figure(row.intensity?.value ?? null)}</td>
      <td>{figure(row.kappa?.value ?? null)}</td>
    </tr>
  )
}

const figure = (value: number | null): string => (value === null ? '' : number(value, 2))

function Reading({ row: { alpha, paradox } }: { row: CodeRow }) {
  if (alpha.reading === null) return null
  const look = alpha.reading === 'reliable' ? 'accent' : alpha.reading === 'tentative' ? 'plain' : 'caution'
  return (
    <>
      <Badge look={look}>{alpha.reading}</Badge>
      {paradox ? <span className="rigour-note"> rare or very common</span> : null}
    </>
  )
}

const across = scaleLinear().domain([-0.2, 1]).range([0, 100]).clamp(true)

/** Where reliable and tentative begin, by convention. */
const BOUNDS = [0.667, 0.8]

function Alpha({ row: { alpha } }: { row: CodeRow }) {
  const at = (value: number) => `${across(value)}%`
  return (
    <svg className="rigour-svg">
      {BOUNDS.map((bound) => (
        <line key={bound} className="rigour-bound" x1={at(bound)} x2={at(bound)} y1="0" y2="100%" />
      ))}
      {alpha.interval === null ? null : (
        <line
          className="rigour-interval"
          x1={at(alpha.interval.low)}
          x2={at(alpha.interval.high)}
          y1="50%"
          y2="50%"
        />
      )}
      {alpha.value === null ? null : <circle className="rigour-point" cx={at(alpha.value)} cy="50%" r="4" />}
    </svg>
  )
}
