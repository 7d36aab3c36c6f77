/** Measures beside the map: a table of figures that belong to touchpoints, such as days to answer. */
import { FileTrigger } from 'react-aria-components'
import { X } from 'lucide-react'
import { useAsk, useDo, useSession } from '../data.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { Button, IconButton } from '../ui/Button.tsx'

export function Measures() {
  const { announce } = useSession()
  const { mutate } = useDo('mapping.importMetrics')
  const read = async (files: FileList | null) => {
    const [file] = files ?? []
    if (file === undefined) return
    mutate(
      { csv: await file.text() },
      {
        onSuccess: ({ failed: [first, ...others] }) => {
          if (first === undefined) return
          const more = others.length > 0 ? ` ${others.length} more lines could not be read.` : ''
          announce(`Line ${first.line}: ${first.message}${more}`, { tone: 'error' })
        },
      },
    )
  }
  return (
    <div>
      <Known />
      <FileTrigger acceptedFileTypes={['.csv']} onSelect={(files) => void read(files)}>
        <Button>Add measures from a table …</Button>
      </FileTrigger>
      <p className="w-help">
        A CSV with the columns touchpoint, name, value, and if known unit, date, source.
      </p>
    </div>
  )
}

/** The measures there are, each with a way to take it off the map. */
function Known() {
  const metrics = useAsk('mapping.metrics', {}).data?.metrics ?? []
  const { mutate: remove } = useDo('mapping.removeMetric')
  const codes = useCodes()
  if (metrics.length === 0) return null
  return (
    <ul className="map-measures" aria-label="Measures">
      {metrics.map(({ id, touchpoint, name, value, unit, date }) => (
        <li key={id}>
          <span>
            {codes.byKey.get(touchpoint)?.name ?? touchpoint}: {name} <b>{`${value} ${unit}`.trim()}</b>
            {date === null ? null : ` (${date})`}
          </span>
          <IconButton
            label={`Remove ${name}`}
            icon={<X aria-hidden />}
            onPress={() => remove({ metric: id })}
          />
        </li>
      ))}
    </ul>
  )
}
