/** Listens for keys and runs the commands they stand for. */
import { useEffect, useState } from 'react'
import { isMac } from '../ui/key-names.ts'
import { bindingsOf, keymap } from './keymap.ts'
import { combination, isBare, nextKey } from './keys.ts'
import { availableCommands, runCommand } from './registry.ts'
import type { CommandPlace } from './command-shape.ts'

const SEQUENCE_MS = 1500

/** Returns the keys of a sequence begun, to show in the status bar ('' for none). */
export function useKeys(place: CommandPlace): string {
  const [pending, setPending] = useState('')

  useEffect(() => {
    if (pending === '') return
    const timer = setTimeout(() => setPending(''), SEQUENCE_MS)
    return () => clearTimeout(timer)
  }, [pending])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const pressed = event.defaultPrevented || event.isComposing ? null : combination(event, isMac())
      if (pressed === null) return
      const focus = focusKind(event.target)
      if (focus === 'overlay' || (focus === 'list' && isBare(pressed))) return
      if (focus === 'control' && (pressed === 'Enter' || pressed === 'Space')) return
      const commands = availableCommands(place).filter(
        (command) => focus !== 'field' || command.inFields === true,
      )
      const step = nextKey(bindingsOf(commands, keymap.get()), pending, pressed)
      if (step === 'none') {
        setPending('')
      } else if ('pending' in step) {
        setPending(step.pending)
        event.preventDefault()
      } else {
        setPending('')
        event.preventDefault()
        runCommand(step.run, place)
      }
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [place, pending])

  return pending
}

type FocusKind = 'field' | 'list' | 'overlay' | 'control' | 'page'

/** Fields keep their keys, lists their letters, controls what presses them; what lies over the page keeps everything. */
function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof Element)) return 'page'
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null) return 'overlay'
  if (
    target.closest(
      'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox]',
    ) !== null
  ) {
    return 'field'
  }
  if (target.closest('[role=listbox], [data-typeahead]') !== null) return 'list'
  return target.closest('a[href], button, summary, [role=button]') === null ? 'page' : 'control'
}
