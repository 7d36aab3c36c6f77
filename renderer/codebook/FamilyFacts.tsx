/** What only touchpoints have (side, clock, channel, counterpart), and only emotions (valence, frustration weight). */
import type { Code } from '../../core/contract/codebook.ts'
import { Segments } from '../ui/Choice.tsx'
import { FamilyMark } from '../ui/Code.tsx'
import { Draft } from '../ui/Draft.tsx'
import { NumberField } from '../ui/Field.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import type { ChangeCode } from './use-codebook.ts'

const SIDES = [
  { id: '', label: 'Not said' },
  { id: 'resident', label: 'Resident' },
  { id: 'colleague', label: 'Colleague' },
  { id: 'both', label: 'Both' },
  { id: 'backstage', label: 'Backstage' },
] as const

const NO_PAIR = 0

interface TouchpointFactsProps {
  code: Code
  codes: readonly Code[]
  onChange: ChangeCode
}

export function TouchpointFacts({ code, codes, onChange }: TouchpointFactsProps) {
  const others = codes.filter(({ level, id }) => level === 'touchpoint' && id !== code.id)
  const channels = codes.filter(({ family, archived }) => family === 'channel' && !archived)
  return (
    <section className="codebook-family-facts" aria-label="Facts of the touchpoint">
      <div className="codebook-pair">
        <Select
          label="Side"
          options={SIDES}
          value={SIDES.find(({ id }) => id === code.side)?.id ?? ''}
          onChange={(side) => onChange({ side: side === '' ? null : side })}
        />
        <Select
          label="Channel"
          options={[
            { id: '', label: 'Not said' },
            ...channels.map((channel) => ({ id: channel.code, label: channel.name })),
          ]}
          value={code.channel ?? ''}
          onChange={(channel) => onChange({ channel: channel === '' ? null : channel })}
        />
      </div>
      <Draft
        label="Clock"
        value={code.clock ?? ''}
        placeholder="10 working days from acknowledgement"
        onSave={(clock) => onChange({ clock: clock === '' ? null : clock })}
      />
      <ComboBox
        key={`${code.id} pair ${code.pairsWith ?? NO_PAIR}`}
        label="Pairs with"
        description="The same moment on the other side, compared on the map."
        options={[
          { id: NO_PAIR, label: 'Nothing' },
          ...others.map((other) => ({
            id: other.id as number,
            label: `${other.code} ${other.name}`,
            mark: <FamilyMark family="touchpoint" code={other} />,
          })),
        ]}
        value={code.pairsWith ?? NO_PAIR}
        onChange={(id) => {
          const pair = others.find((other) => other.id === id)?.id ?? null
          if (pair !== code.pairsWith) onChange({ pairsWith: pair })
        }}
      />
    </section>
  )
}

const VALENCES = [
  { id: 'neg', label: 'Negative' },
  { id: 'neutral', label: 'Neutral' },
  { id: 'either', label: 'Either way' },
  { id: 'pos', label: 'Positive' },
] as const

export function EmotionFacts({ code, onChange }: { code: Code; onChange: ChangeCode }) {
  return (
    <section className="codebook-family-facts" aria-label="Facts of the emotion">
      <div className="codebook-valence">
        <span className="w-label" aria-hidden>
          Feels
        </span>
        <Segments
          label="Feels"
          options={VALENCES}
          value={code.valence ?? 'neutral'}
          onChange={(valence) => onChange({ valence })}
        />
      </div>
      <NumberField
        label="Frustration weight"
        description="How much it counts in the family index: 0 not at all, 1 as much as frustration itself."
        value={(code.weight ?? 0) / 1000}
        minValue={0}
        maxValue={1}
        step={0.25}
        onChange={(share) => {
          const weight = Math.round(share * 1000)
          if (Number.isFinite(weight) && weight !== (code.weight ?? 0)) onChange({ weight })
        }}
      />
    </section>
  )
}
