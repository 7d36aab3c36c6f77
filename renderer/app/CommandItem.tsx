/** A command as a menu item: its title, its keys, greyed when nothing answers it here. */
import { MenuItem } from '../ui/Menu.tsx'
import { commandList, type CommandId } from './commands.ts'
import { keymap, keysOf } from './keymap.ts'
import { usePlace, useRun } from './place.ts'
import { answerTo, useRegistryVersion } from './registry.ts'
import { useStore } from '../ui/store.ts'

interface CommandItemProps {
  id: CommandId
  /** In place of the command's title, where the menu gives the context. */
  title?: string
}

export function CommandItem({ id, title }: CommandItemProps) {
  useRegistryVersion()
  const place = usePlace()
  const run = useRun()
  const own = useStore(keymap)
  const command = commandList.find((candidate) => candidate.id === id)
  if (command === undefined) return null
  return (
    <MenuItem
      id={id}
      keys={keysOf(command, own)[0]}
      isDisabled={answerTo(command, place) === null}
      onAction={() => run(id)}
    >
      {title ?? command.title}
    </MenuItem>
  )
}
