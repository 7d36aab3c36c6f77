/** Where the person is, for the commands that make sense there. */
import { createContext, useCallback, useContext } from 'react'
import type { CommandPlace } from './command-shape.ts'
import type { CommandId } from './commands.ts'
import { runCommand } from './registry.ts'

export const PlaceContext = createContext<CommandPlace>({ room: 'projects', hasProject: false })

export const usePlace = (): CommandPlace => useContext(PlaceContext)

/** Runs a command from a button or a menu; says whether something answered it. */
export function useRun(): (id: CommandId) => boolean {
  const place = usePlace()
  return useCallback((id) => runCommand(id, place), [place])
}
