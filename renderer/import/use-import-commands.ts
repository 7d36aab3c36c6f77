/** The commands of the import room. */
import { useCommands } from '../app/registry.ts'
import { hasSharable } from './choices.ts'
import type { Desk } from './desk.ts'
import { isWanted, nextToLook, ofSameLayout, stateOf } from './files.ts'
import { keepFocus } from './keep-focus.ts'
import { useFiles, useIsWorking, useSelected } from './use-desk.ts'

export function useImportCommands(desk: Desk): void {
  const files = useFiles(desk)
  const selected = useSelected(desk)
  const isWorking = useIsWorking(desk)
  const file = files.find(({ id }) => id === selected)
  const next = nextToLook(files, selected)
  const wanted = files.filter(isWanted).map(({ id }) => id)
  const isOpen = file !== undefined && ['look', 'ready', 'left out'].includes(stateOf(file))
  useCommands({
    'import.right': isOpen && file.preview !== null ? () => confirmFile(desk, file.id) : false,
    'import.next': next === null ? false : () => desk.select(next),
    'import.leave': isOpen ? () => desk.choose(file.id, { isLeftOut: !file.choices.isLeftOut }) : false,
    'import.carry':
      isOpen && hasSharable(file.choices) && ofSameLayout(files, file).length > 0
        ? () => void desk.carry(file.id)
        : false,
    'import.store': wanted.length > 0 && !isWorking ? () => void desk.store(wanted) : false,
  })
}

/** Marks a file as looked at and goes on to the next that needs it. */
export function confirmFile(desk: Desk, id: number): void {
  desk.choose(id, { isChecked: true })
  const next = nextToLook(desk.get().files, id)
  if (next !== null) desk.select(next)
  keepFocus('.import-read-foot')
}
