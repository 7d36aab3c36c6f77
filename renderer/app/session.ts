/** The person's session: the link, who codes, and the status line with its Undo. */
import type { Link } from '../links/link.ts'
import type { Session } from '../data.ts'
import { inTurn } from '../in-turn.ts'
import { announce } from '../ui/announce.ts'

type Direction = 'undo' | 'redo'

const SAID = { undo: 'Undone', redo: 'Done again' } as const
const NOTHING = { undo: 'Nothing to undo', redo: 'Nothing to redo' } as const

export interface AppSession extends Session {
  undo: () => Promise<void>
  redo: () => Promise<void>
}

export function createSession(link: Link, coder: string): AppSession {
  const move = async (direction: Direction): Promise<void> => {
    const other = direction === 'undo' ? 'redo' : 'undo'
    try {
      const { sentence } = await link.call(`history.${direction}`, {}, { as: coder })
      if (sentence === null) announce(NOTHING[direction])
      else
        announce(`${SAID[direction]}: ${sentence}`, {
          action: { label: other === 'undo' ? 'Undo' : 'Redo', run: () => void inTurn(() => move(other)) },
        })
    } catch (error) {
      announce(error instanceof Error ? error.message : NOTHING[direction], { isError: true })
    }
  }
  const undo = () => inTurn(() => move('undo'))
  const undoIt = { label: 'Undo', run: () => void undo() }
  return {
    link,
    coder,
    undo,
    redo: () => inTurn(() => move('redo')),
    announce: (sentence, options = {}) =>
      announce(sentence, {
        isError: options.tone === 'error',
        ...(options.undo ? { action: undoIt } : {}),
      }),
  }
}
