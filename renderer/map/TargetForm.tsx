/** What a touchpoint should become, written beside what residents wish for there. */
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import { useDo } from '../data.ts'
import { writtenBy } from '../evidence/format.ts'
import { Draft } from '../ui/Draft.tsx'

export function TargetForm({ row: { id, target } }: { row: TwoWayRow }) {
  const { mutate } = useDo('mapping.setTarget')
  return (
    <div className="map-target">
      <Draft
        label="How it should be"
        lines={3}
        hasFocus
        value={target?.text ?? ''}
        description={writtenBy(target?.coder ?? null, target?.changed ?? null)}
        onSave={(text) => mutate({ touchpoint: id, text })}
      />
      <div className="map-target-facts">
        <Draft
          label="What would show it"
          placeholder="within 2 working days"
          value={target?.value ?? ''}
          onSave={(value) => mutate({ touchpoint: id, value })}
        />
        <Draft
          label="By"
          type="date"
          value={target?.due ?? ''}
          onSave={(due) => mutate({ touchpoint: id, due: due === '' ? null : due })}
        />
      </div>
    </div>
  )
}
