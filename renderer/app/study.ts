/** What the shell needs to know of the open study and of the person coding it. */

export interface Study {
  /** Null while it is not known yet. */
  isOpen: boolean | null
  name: string
  coder: string
  coders: readonly string[]
  recent: readonly { id: string; name: string }[]
  hasSuggestions: boolean
  /** When the last change was written, as a clock time. */
  saved: string | null
  /** What Undo and Redo would do, or null. */
  undo: string | null
  redo: string | null
}

export interface StudyActions {
  undo: () => void
  redo: () => void
  open: (id: string) => void
  close: () => void
  showSuggestions: (shown: boolean) => void
  codeAs: (coder: string) => void
}

const NOTHING: Study = {
  isOpen: true,
  name: 'Untitled study',
  coder: 'Coder 1',
  coders: ['Coder 1'],
  recent: [],
  hasSuggestions: true,
  saved: null,
  undo: null,
  redo: null,
}

const nothing = () => {}
const NO_ACTIONS: StudyActions = {
  undo: nothing,
  redo: nothing,
  open: nothing,
  close: nothing,
  showSuggestions: nothing,
  codeAs: nothing,
}

export const useStudy = (): Study => NOTHING
export const useStudyActions = (): StudyActions => NO_ACTIONS
