/** Where the caret and the keyboard are when a transcript comes onto the page. */
import { useEffect } from 'react'
import { caretAt } from '../../core/text/selection.ts'
import { afterFrame } from '../ui/idle.ts'
import type { Desk } from './use-desk.ts'

/** Coming here from another room, the text takes the keys: the frame around the rooms has given them to this one. */
export function useKeysInText(desk: Desk | null): void {
  const id = desk?.reader.id
  useEffect(() => {
    if (id === undefined) return
    return afterFrame(() => {
      if (document.activeElement?.id === 'room') document.getElementById(id)?.focus({ preventScroll: true })
    })
  }, [id])
}

/** A link to a place in the text: the caret and the keyboard go there, once. */
export function useAskedPlace(desk: Desk | null, at: string | undefined): void {
  const reader = desk?.reader
  useEffect(() => {
    const offset = Number(at)
    if (reader === undefined || at === undefined || !Number.isInteger(offset)) return
    reader.set({ selection: caretAt(offset), pinned: null, reveal: { offset, where: 'centre' } })
    document.getElementById(reader.id)?.focus({ preventScroll: true })
  }, [reader, at])
}
