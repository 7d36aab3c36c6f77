/** Writing one cell of the matrix, beside the passages it sums up. */
import type { ParticipantId } from '../../../core/contract/common.ts'
import type { z } from 'zod'
import { useDo } from '../../data.ts'
import { writtenBy } from '../../evidence/format.ts'
import { Draft } from '../../ui/Draft.tsx'
import type { Framework } from './FrameworkGrid.tsx'

interface CellTextProps {
  participant: z.infer<typeof ParticipantId>
  cell: Framework['rows'][number]['cells'][number]
}

export function CellText({ participant, cell }: CellTextProps) {
  const { touchpoint, text, coder, changed } = cell
  const { mutate } = useDo('mapping.setFrameworkCell')
  return (
    <div className="framework-write">
      <Draft
        label="In your words"
        description={writtenBy(coder, changed)}
        lines={4}
        hasFocus
        value={text}
        onSave={(words) => mutate({ touchpoint, participant, text: words })}
      />
    </div>
  )
}
