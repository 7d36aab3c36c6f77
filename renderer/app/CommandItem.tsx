/** A command as a menu item: its title, its keys, greyed when nothing answers it here. */
import { MenuItem } from '../ui/Menu.tsx'
import { commandList, type CommandId, type CommandPlace } from './commands.ts'
import { keymap, keysOf } from './keymap.ts'
import { answerTo, runCommand, useRegistryVersion } from './registry.ts'
import { useStored } from './stored.ts'

interface CommandItemProps {
  id: CommandId
  place: CommandPlace
  /** In place of the command's title, where the menu gives the context. */
  title?: string
}

export function CommandItem({ id, place, title }: CommandItemProps) {
  useRegistryVersion()
  const own = useStored(keymap)
  const command = commandList.find((candidate) => candidate.id === id)
  if (command === undefined) return null
  return (
    <MenuItem
      id={id}
      keys={keysOf(command, own)[0]}
      isDisabled={answerTo(command, place) === null}
      onAction={() => runCommand(id, place)}
    >
      {title ?? command.title}
    </MenuItem>
  )
}
