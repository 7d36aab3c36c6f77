/** What a row of the command table holds. */
import type { RoomId } from './routes.ts'

export interface CommandPlace {
  room: RoomId
  hasProject: boolean
}

export interface CommandShape {
  id: string
  /** What it does, starting with a verb; shown everywhere. */
  title: string
  group:
    | 'Go to'
    | 'Study'
    | 'Edit'
    | 'View'
    | 'Coding'
    | 'Reading'
    | 'Codebook'
    | 'Memos'
    | 'History'
    | 'Search'
    | 'Help'
  /** Default keys; the person's own keymap overrides them. */
  keys: readonly string[]
  /** Where it makes sense; everywhere with a project open when left out. */
  when?: (place: CommandPlace) => boolean
  /** Works while typing in a field. */
  inFields?: true
  /** Other words a person may look for it by. */
  words?: string
  run?: () => void
}
