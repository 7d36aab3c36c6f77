/** Writing one cell of the matrix, beside the passages it sums up. Saved when the field is left. */
import { useState } from 'react'
import type { ParticipantId } from '../../../core/contract/common.ts'
import type { z } from 'zod'
import { useDo } from '../../data.ts'
import { TextField } from '../../ui/Field.tsx'
import type { Framework } from './Framework.tsx'

interface CellTextProps {
  participant: z.infer<typeof ParticipantId>
  cell: Framework['rows'][number]['cells'][number]
}

export function CellText({ participant, cell }: CellTextProps) {
  const [text, setText] = useState(cell.text)
  const { mutate } = useDo('mapping.setFrameworkCell')
  const save = () => {
    if (text !== cell.text) mutate({ touchpoint: cell.touchpoint, participant, text })
  }
  return (
    <div className="framework-write">
      <TextField
        label="In your words"
        description={writtenBy(cell)}
        lines={4}
        hasFocus
        value={text}
        onChange={setText}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      />
    </div>
  )
}

function writtenBy({ coder, changed }: CellTextProps['cell']): string {
  if (coder === null || changed === null) return 'Saved when you leave the field.'
  const day = new Date(changed).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return `Written by ${coder}, ${day}. Saved when you leave the field.`
}
