/** The keys in force: the table's own, with the person's changes on top. */
import { isCommandId, type Command, type CommandId } from './commands.ts'
import type { Binding } from './keys.ts'
import { stored } from '../ui/stored.ts'

/** Commands whose keys were changed, and their new keys; an empty list switches a command's keys off. */
export type Keymap = Partial<Record<CommandId, readonly string[]>>

export const keymap = stored<Keymap>('keymap', readKeymap)

export const keysOf = (command: Command, own: Keymap): readonly string[] => own[command.id] ?? command.keys

/** All keys of the given commands, in the table's order: the first that matches wins. */
export const bindingsOf = (commands: readonly Command[], own: Keymap): Binding<CommandId>[] =>
  commands.flatMap((command) => keysOf(command, own).map((keys) => ({ id: command.id, keys })))

export function rebind(id: CommandId, keys: readonly string[]): void {
  keymap.set({ ...keymap.get(), [id]: keys })
}

export function restoreKeys(id?: CommandId): void {
  const { [id ?? 'help.keys']: _, ...others } = keymap.get()
  keymap.set(id === undefined ? {} : others)
}

export function readKeymap(kept: unknown): Keymap {
  if (typeof kept !== 'object' || kept === null) return {}
  const own: Keymap = {}
  for (const [id, keys] of Object.entries(kept)) {
    if (isCommandId(id) && Array.isArray(keys)) own[id] = keys.filter((key) => typeof key === 'string')
  }
  return own
}
