/** How a code is shown everywhere: its family's shape, its colour, its name. Colour is never the only carrier. */
import type { ReactNode } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'
import { classNames } from './class-names.ts'
import { familyTone, tone } from './tones.ts'
import './Code.css'

/** One shape a family, on a 12-unit grid, all of about the same weight to the eye. */
const SHAPES: Record<Family, string> = {
  touchpoint: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  emotion: 'M6 .4 11.6 6 6 11.6.4 6z',
  reason: 'M6 .9 11.6 10.8H.4z',
  layer: 'M1.4 1.4h9.2v9.2H1.4z',
  channel: 'M.6 3.2h8L11.8 6l-3.2 2.8h-8L3 6z',
  theme: 'M6 .5l4.8 2.75v5.5L6 11.5 1.2 8.75v-5.5z',
}

const FAMILY_NAMES: Record<Family, string> = {
  touchpoint: 'Touchpoint',
  emotion: 'Emotion',
  reason: 'Reason',
  layer: 'Layer',
  channel: 'Channel',
  theme: 'Theme',
}

export const familyName = (family: Family): string => FAMILY_NAMES[family]

type ShownCode = Pick<Code, 'family' | 'order' | 'valence' | 'weight' | 'name'> &
  Partial<Pick<Code, 'colour'>>

/** The family's shape. Takes its colour from the nearest `data-family`, or from `code`. */
export function FamilyMark({ family, code }: { family: Family; code?: ShownCode }) {
  return (
    <svg
      className="w-mark"
      viewBox="0 0 12 12"
      aria-hidden
      {...(code === undefined ? familyTone(family) : tone(code))}
    >
      <path d={SHAPES[family]} />
    </svg>
  )
}

interface CodeChipProps {
  code: ShownCode
  intensity?: 1 | 2 | 3 | null
  /** Suggested, not yet decided: dashed. */
  isSuggested?: boolean
  /** A button or two at the end. */
  children?: ReactNode
  className?: string
}

export function CodeChip({ code, intensity, isSuggested = false, children, className }: CodeChipProps) {
  return (
    <span
      className={classNames('w-chip', className)}
      data-suggested={isSuggested || undefined}
      {...tone(code)}
    >
      <FamilyMark family={code.family} code={code} />
      <span className="hidden-visually">{familyName(code.family)}: </span>
      <span className="w-chip-name">{code.name}</span>
      {intensity === undefined || intensity === null ? null : <IntensityPips value={intensity} />}
      {children}
    </span>
  )
}

const INTENSITIES = { 1: 'mild', 2: 'clear', 3: 'strong' } as const

export const intensityName = (value: 1 | 2 | 3): string => INTENSITIES[value]

/** ▮▮▯: three bars, and the word for screen readers. */
export function IntensityPips({ value }: { value: 1 | 2 | 3 }) {
  return (
    <span className="w-pips">
      <span className="hidden-visually">{INTENSITIES[value]}</span>
      {([1, 2, 3] as const).map((pip) => (
        <span key={pip} className="w-pip" data-on={pip <= value || undefined} />
      ))}
    </span>
  )
}

/** A few quiet words beside a name: a count, a state. */
export function Badge({
  children,
  look = 'plain',
}: {
  children: ReactNode
  look?: 'plain' | 'accent' | 'caution' | 'danger'
}) {
  return (
    <span className="w-badge" data-look={look}>
      {children}
    </span>
  )
}
