/** What the shell needs to know of the open study and of the person coding it. */
import { useAsk, useDo } from '../data.ts'
import { coderName } from './coder.ts'
import { useStore } from '../ui/store.ts'

export interface Study {
  /** Null while it is not known yet. */
  isOpen: boolean | null
  /** Why the core could not be asked, in a sentence; null when it could. */
  trouble: string | null
  name: string
  /** Why it cannot be written, in a sentence for the banner. */
  readOnly: string | null
  coder: string
  coders: readonly string[]
  recent: readonly { id: string; name: string }[]
  hasSuggestions: boolean
  /** When the last change was written, as a clock time. */
  saved: string | null
}

export function useStudy(): Study {
  const coder = useStore(coderName)
  const state = useAsk('workspace.state', {})
  const isOpen = state.data?.open ?? null
  const asked = { enabled: isOpen === true }
  const info = useAsk('project.info', {}, asked).data
  const coders = useAsk('project.coders', {}, asked).data?.coders ?? []
  const recent = useAsk('workspace.recent', {}).data?.projects ?? []
  const last = useAsk('history.log', { limit: 1 }, asked).data?.steps[0]
  return {
    isOpen,
    trouble: state.error?.message ?? null,
    name: info?.name ?? state.data?.name ?? '',
    readOnly: info?.readOnly?.message ?? null,
    coder,
    coders: [...new Set([...coders.map(({ name }) => name), coder])].sort((a, b) => a.localeCompare(b)),
    recent: recent.filter(({ missing }) => !missing),
    hasSuggestions: info?.settings.suggestions ?? true,
    saved: last === undefined ? null : clockTime(new Date(last.at)),
  }
}

export interface StudyActions {
  open: (id: string) => void
  close: () => void
  rename: (name: string) => void
  showSuggestions: (shown: boolean) => void
  codeAs: (coder: string) => void
}

export function useStudyActions(): StudyActions {
  const open = useDo('workspace.open')
  const close = useDo('workspace.close')
  const rename = useDo('project.rename')
  const set = useDo('project.set')
  return {
    open: (id) => open.mutate({ id }),
    close: () => close.mutate({}),
    rename: (name) => rename.mutate({ name }),
    showSuggestions: (suggestions) => set.mutate({ suggestions }),
    codeAs: coderName.set,
  }
}

// Made once: a format is slow to make, and the frame around every room is drawn at many keys.
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** The time today, the day and month before that. */
const clockTime = (at: Date, now = new Date()): string =>
  (at.toDateString() === now.toDateString() ? time : day).format(at)
