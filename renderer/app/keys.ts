/** Keys as text: one key press becomes `Mod+Shift+Z`, two become the sequence `G H`. */

export interface KeyPress {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
  getModifierState?: (name: string) => boolean
}

/**
 * The combination pressed, or null for a modifier on its own.
 * `Mod` is Ctrl, and ⌘ on a Mac. Shift is named only where it does not already show in the character.
 */
export function combination(press: KeyPress, mac: boolean): string | null {
  if (
    ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'].includes(
      press.key,
    )
  )
    return null
  // AltGr arrives as Ctrl+Alt on Windows, but it types a character: it is not a shortcut.
  const isTyped = press.getModifierState?.('AltGraph') === true
  const key = namedKey(press)
  const parts: string[] = []
  if (!isTyped) {
    if (mac ? press.metaKey : press.ctrlKey) parts.push('Mod')
    if (mac && press.ctrlKey) parts.push('Ctrl')
    if (!mac && press.metaKey) parts.push('Meta')
    if (press.altKey) parts.push('Alt')
  }
  if (press.shiftKey && (key.length > 1 || /[A-Z]/.test(key))) parts.push('Shift')
  return [...parts, key].join('+')
}

/** The Latin letter on the key where the layout or Alt gives another character, so that shortcuts work on every keyboard. */
function namedKey({ key, code, altKey }: KeyPress): string {
  if (key === ' ') return 'Space'
  if (key.length > 1) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && (altKey || !/^[ -~]$/.test(key))) return letter
  return key.toUpperCase()
}

export interface Binding<Id extends string = string> {
  id: Id
  /** `Mod+K` or a sequence, `G H`. */
  keys: string
}

export type KeyStep<Id extends string> = { run: Id } | { pending: string } | 'none'

/** One more combination after those `pending` ('' for none): run a command, wait for the next key, or nothing. */
export function nextKey<Id extends string>(
  bindings: readonly Binding<Id>[],
  pending: string,
  pressed: string,
): KeyStep<Id> {
  const soFar = pending === '' ? pressed : `${pending} ${pressed}`
  const whole = bindings.find((binding) => binding.keys === soFar)
  if (whole !== undefined) return { run: whole.id }
  if (bindings.some((binding) => binding.keys.startsWith(`${soFar} `))) return { pending: soFar }
  return pending === '' ? 'none' : nextKey(bindings, '', pressed)
}

/** A plain character or sequence of them: silent while a list listens for letters. */
export const isBare = (pressed: string): boolean =>
  !/^(Mod|Ctrl|Meta|Alt)\+/.test(pressed) && pressed.replace('Shift+', '').length === 1

/** Bindings that start the same way as `keys` and so could never both be reached. */
export function clashes<Id extends string>(
  bindings: readonly Binding<Id>[],
  id: Id,
  keys: string,
): Binding<Id>[] {
  return bindings.filter(
    (other) =>
      other.id !== id &&
      (other.keys === keys || other.keys.startsWith(`${keys} `) || keys.startsWith(`${other.keys} `)),
  )
}
