/** What a touchpoint should become, written beside what residents wish for there. */
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import { useDo } from '../data.ts'
import { KeptField, writtenBy } from '../evidence/KeptField.tsx'

export function TargetForm({ row: { id, target } }: { row: TwoWayRow }) {
  const { mutate } = useDo('mapping.setTarget')
  return (
    <div className="map-target">
      <KeptField
        label="How it should be"
        lines={3}
        hasFocus
        value={target?.text ?? ''}
        description={writtenBy(target?.coder ?? null, target?.changed ?? null)}
        onKeep={(text) => mutate({ touchpoint: id, text })}
      />
      <div className="map-target-facts">
        <KeptField
          label="What would show it"
          placeholder="within 2 working days"
          value={target?.value ?? ''}
          onKeep={(value) => mutate({ touchpoint: id, value })}
        />
        <KeptField
          label="By"
          type="date"
          value={target?.due ?? ''}
          onKeep={(due) => mutate({ touchpoint: id, due: due === '' ? null : due })}
        />
      </div>
    </div>
  )
}
