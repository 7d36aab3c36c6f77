/** A view's figures as a CSV file, asked with the settings it shows. */
import { Download } from 'lucide-react'
import type { Input } from '../../core/contract/index.ts'
import { Button } from '../ui/Button.tsx'
import { useSaving } from './use-saving.ts'

export type TableView = Input<'tables.file'>

export function SaveTable({ table }: { table: TableView }) {
  const { isSaving, cancel, save } = useSaving('tables.file')
  return isSaving ? (
    <Button look="quiet" onPress={cancel}>
      Stop saving
    </Button>
  ) : (
    <Button look="quiet" icon={<Download aria-hidden />} onPress={() => save(table)}>
      Save table
    </Button>
  )
}
