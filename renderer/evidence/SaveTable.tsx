/** A view's figures as a table or a picture, asked with the settings it shows. */
import type { Input } from '../../core/contract/index.ts'
import { MenuItem, MenuLine } from '../ui/Menu.tsx'
import { FigureItems, SaveMenu } from './SaveMenu.tsx'
import { useSaving } from './use-saving.ts'

export type TableView = Input<'tables.file'>

/** Another table that the view shows part of. */
export interface FurtherTable {
  name: string
  about: string
  table: TableView
}

interface SaveTableProps {
  table: TableView
  further: readonly FurtherTable[]
}

export function SaveTable({ table, further }: SaveTableProps) {
  const { stop, save } = useSaving('tables.file')
  return (
    <SaveMenu label="Save the view" stop={stop}>
      <FigureItems onSave={(file) => save({ ...table, ...file })} />
      {further.length === 0 ? null : <MenuLine />}
      {further.map(({ name, about, table }) => (
        <MenuItem key={name} description={about} onAction={() => save(table)}>
          {name}
        </MenuItem>
      ))}
    </SaveMenu>
  )
}
