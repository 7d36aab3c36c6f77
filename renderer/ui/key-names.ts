/** How keys are written and spoken. `Mod` is Ctrl, and ⌘ on a Mac. */

export const isMac = (platform: string = globalThis.navigator?.platform ?? ''): boolean =>
  /mac|iphone|ipad/i.test(platform)

const MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' }
const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Delete: 'Del',
  Space: 'Space',
}
const WORDS: Record<string, string> = {
  ArrowUp: 'up arrow',
  ArrowDown: 'down arrow',
  ArrowLeft: 'left arrow',
  ArrowRight: 'right arrow',
  Escape: 'escape',
  '?': 'question mark',
  '[': 'left bracket',
  ']': 'right bracket',
  ',': 'comma',
  '.': 'full stop',
  '/': 'slash',
}

/** The keys of each step of a sequence, as signs: `Mod+Shift+Z` → [['Ctrl', 'Shift', 'Z']]. */
export const writtenKeys = (keys: string, mac = isMac()): string[][] =>
  keys
    .split(' ')
    .map((step) =>
      splitStep(step).map(
        (key) => (mac ? MAC[key] : undefined) ?? (key === 'Mod' ? 'Ctrl' : (SIGNS[key] ?? key)),
      ),
    )

/** The same in words, for screen readers: `G H` → "G then H". */
export const spokenKeys = (keys: string, mac = isMac()): string =>
  keys
    .split(' ')
    .map((step) =>
      splitStep(step)
        .map((key) => (key === 'Mod' ? (mac ? 'Command' : 'Control') : (WORDS[key] ?? key)))
        .join(' '),
    )
    .join(' then ')

/** `Mod++` is Mod and plus: only a plus that joins two keys separates. */
const splitStep = (step: string): string[] => step.split(/(?<=.)\+(?=.)/)
