/** What stands in each lane at one touchpoint. */
import {
  ArrowLeftRight,
  ArrowUpDown,
  ChevronDown,
  ChevronUp,
  Equal,
  EqualNot,
  Minus,
  Plus,
  Scissors,
  Sparkle,
} from 'lucide-react'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import { day } from '../evidence/format.ts'
import { useThresholds } from '../evidence/use-thresholds.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { FamilyMark } from '../ui/Code.tsx'
import type { Item } from './lanes.ts'

interface RowProps {
  row: TwoWayRow
}

const STEPS = 8

export function Frustrated({ row: { residents } }: RowProps) {
  const { smallN, thinN } = useThresholds()
  if (residents === null || residents.E === 0) return null
  const { E, F, prevalence } = residents
  if (E < smallN) return <span className="map-heat">n&lt;{smallN}</span>
  const heat = Math.min(STEPS - 1, Math.floor((prevalence ?? 0) * STEPS))
  return (
    <span className="map-heat" data-heat={heat} data-thin={E < thinN || undefined}>
      {F}/{E}
    </span>
  )
}

export function Items({ items, most }: { items: readonly Item[]; most: number }) {
  const codes = useCodes()
  return (
    <ul className="map-items">
      {items.slice(0, most).map(({ code, name, people }) => {
        const known = codes.byKey.get(code)
        return (
          <li key={code} data-item={code}>
            {known === undefined ? null : <FamilyMark family={known.family} code={known} />}
            <span>{name}</span> <b>{people}</b>
          </li>
        )
      })}
      {items.length > most ? <li className="map-more">{items.length - most} more</li> : null}
    </ul>
  )
}

export function Expected({ row: { residents } }: RowProps) {
  if (residents === null) return null
  const { expectation, reality, expectationAndReality } = residents
  return (
    <p className="map-words">
      {expectation} expected, {reality} met
      {expectationAndReality > 0 ? `, ${expectationAndReality} both` : ''}
    </p>
  )
}

const MEETINGS = {
  aligned: { icon: Equal, words: 'Aligned' },
  'resident-only': { icon: ChevronUp, words: 'Residents only' },
  'colleague-only': { icon: ChevronDown, words: 'Colleagues only' },
  'both quiet': { icon: Minus, words: 'Both quiet' },
  opposed: { icon: ArrowUpDown, words: 'Opposed' },
  'belief gap': { icon: EqualNot, words: 'Belief gap' },
} as const satisfies Record<NonNullable<TwoWayRow['alignment']>, object>

export function Meeting({ row: { alignment } }: RowProps) {
  if (alignment === null) return null
  const { icon: Icon, words } = MEETINGS[alignment]
  return (
    <span className="map-meeting" data-alignment={alignment}>
      <Icon aria-hidden /> {words}
    </span>
  )
}

export function Signals({ row: { residents, colleagues } }: RowProps) {
  const handOffs = (residents?.handOffs ?? 0) + (colleagues?.handOffs ?? 0)
  const signals = [
    { icon: Sparkle, words: 'moment of truth', count: residents?.momentOfTruth ?? 0 },
    { icon: ArrowLeftRight, words: 'hand-off', count: handOffs },
    { icon: Scissors, words: 'journey breaks off', count: residents?.breaksOff ?? 0 },
  ].filter(({ count }) => count > 0)
  return (
    <ul className="map-signals">
      {signals.map(({ icon: Icon, words, count }) => (
        <li key={words}>
          <Icon aria-hidden /> {words} <b>{count}</b>
        </li>
      ))}
    </ul>
  )
}

export function Spoke({ row: { colleagues } }: RowProps) {
  if (colleagues === null) return null
  const { speakers, sessions, positive, negative } = colleagues
  if (speakers === 0) return <p className="map-none">not mentioned</p>
  return (
    <p className="map-words">
      <b>{speakers}</b> in {sessions === 1 ? '1 session' : `${sessions} sessions`}
      {positive + negative === 0 ? null : (
        <span>
          {positive} pleased, {negative} not
        </span>
      )}
    </p>
  )
}

export const Clock = ({ row: { clock } }: RowProps) => <p className="map-words">{clock}</p>

export function Aim({ row: { target } }: RowProps) {
  if (target === null) return null
  const { text, value, due } = target
  return (
    <div className="map-aim">
      {text === '' ? null : <p>{text}</p>}
      {value === '' ? null : <b>{value}</b>}
      {due === null ? null : <time dateTime={due}>by {day(due)}</time>}
    </div>
  )
}

/** A place to write in. */
export const Unwritten = () => (
  <span className="map-unwritten">
    <Plus aria-hidden />
    <span className="hidden-visually">None yet; Enter writes one</span>
  </span>
)

export function Metrics({ row: { metrics } }: RowProps) {
  return (
    <ul className="map-items">
      {metrics.map(({ id, name, value, unit }) => (
        <li key={id}>
          <span>{name}</span>{' '}
          <b>
            {value} {unit}
          </b>
        </li>
      ))}
    </ul>
  )
}
