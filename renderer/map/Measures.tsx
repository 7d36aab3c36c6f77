/** Measures beside the map: a table of figures that belong to touchpoints, such as days to answer. */
import { FileTrigger } from 'react-aria-components'
import { useDo, useSession } from '../data.ts'
import { Button } from '../ui/Button.tsx'

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
      <FileTrigger acceptedFileTypes={['.csv']} onSelect={(files) => void read(files)}>
        <Button>Add measures from a table …</Button>
      </FileTrigger>
      <p className="w-help">
        A CSV with the columns touchpoint, name, value, and if known unit, date, source.
      </p>
    </div>
  )
}
