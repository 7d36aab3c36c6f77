/** Who answers a command at the moment: the table's own `run`, or the room that is on the page. */
import { useEffect, useRef } from 'react'
import { belongs, commandList, type Command, type CommandId } from './commands.ts'
import { createStore, useStore } from '../ui/store.ts'
import type { CommandPlace } from './command-shape.ts'

export type CommandHandlers = Partial<Record<CommandId, (() => void) | false>>

/** Innermost last; the latest to arrive answers first. */
const answering: { current: CommandHandlers }[] = []
/** Counts up as rooms start or stop answering. */
const version = createStore(0)

/**
 * Answers commands while the calling component is on the page. `false` says "not just now".
 * @example useCommands({ 'coding.remove': selection === null ? false : () => remove(selection) })
 */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers)
  const open = Object.entries(handlers)
    .map(([id, run]) => `${id}:${typeof run}`)
    .join()
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    answering.push(latest)
    return () => {
      answering.splice(answering.indexOf(latest), 1)
      changed()
    }
  }, [])
  useEffect(changed, [open])
}

/** What a command would run here and now, or null. */
export function answerTo(command: Command, place: CommandPlace): (() => void) | null {
  if (!belongs(command, place)) return null
  const handlers = answering.findLast((entry) => command.id in entry.current)?.current
  const given = handlers?.[command.id]
  return given === undefined ? (command.run ?? null) : given || null
}

/** Runs a command if something answers it; says whether it did. */
export function runCommand(id: CommandId, place: CommandPlace): boolean {
  const command = commandList.find((candidate) => candidate.id === id)
  const run = command === undefined ? null : answerTo(command, place)
  run?.()
  return run !== null
}

export const availableCommands = (place: CommandPlace): Command[] =>
  commandList.filter((command) => answerTo(command, place) !== null)

/** Re-renders when rooms start or stop answering. */
export const useRegistryVersion = (): number => useStore(version)

function changed(): void {
  version.set(version.get() + 1)
}
