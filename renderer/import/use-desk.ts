/** The import of the open study, as components see it. */
import { useSyncExternalStore } from 'react'
import type { Link } from '../links/link.ts'
import { useAsk, useSession } from '../data.ts'
import { Desk, type DeskState } from './desk.ts'

interface Kept {
  link: Link
  project: string
  desk: Desk
}

let kept: Kept | null = null

/** One import at a time; that of another study is stopped and forgotten. */
function deskFor(link: Link, project: string): Desk {
  if (kept?.link !== link || kept.project !== project) {
    kept?.desk.stop()
    kept = { link, project, desk: new Desk(link) }
  }
  return kept.desk
}

/** Null until the study is known. */
export function useDesk(): Desk | null {
  const { link } = useSession()
  // When it was made tells studies apart on this machine.
  const project = useAsk('project.info', {}).data?.created
  return project === undefined ? null : deskFor(link, project)
}

/** Each by itself, so that progress redraws the bar and not the list. */
const usePart = <K extends keyof DeskState>(desk: Desk, part: K): DeskState[K] =>
  useSyncExternalStore(desk.subscribe, () => desk.get()[part])

export const useFiles = (desk: Desk) => usePart(desk, 'files')
export const useSelected = (desk: Desk) => usePart(desk, 'selected')
export const useWork = (desk: Desk) => usePart(desk, 'work')
export const useIsWorking = (desk: Desk): boolean =>
  useSyncExternalStore(desk.subscribe, () => desk.get().work !== null)
