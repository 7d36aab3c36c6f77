/** A view's figures as a CSV file, asked with the settings it shows. */
import { Download } from 'lucide-react'
import type { Input } from '../../core/contract/index.ts'
import { Button } from '../ui/Button.tsx'
import { useSaving } from './use-saving.ts'

export type TableView = Input<'tables.file'>

export function SaveTable({ table }: { table: TableView }) {
  const { stop, save } = useSaving('tables.file')
  return (
    <Button
      look="quiet"
      icon={stop === null ? <Download aria-hidden /> : null}
      onPress={stop ?? (() => save(table))}
    >
      {stop === null ? 'Save table' : 'Stop saving'}
    </Button>
  )
}
