/** Light, dark or as the system says. */
import { announce } from '../ui/announce.ts'
import { stored } from '../ui/stored.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const SENTENCES: Record<Theme, string> = {
  system: 'Colours follow the system',
  light: 'Light colours',
  dark: 'Dark colours',
}

export const theme = stored<Theme>('theme', (kept) => THEMES.find((name) => name === kept) ?? 'system')

export function setTheme(next: Theme): void {
  theme.set(next)
  announce(SENTENCES[next])
}

export function cycleTheme(): void {
  setTheme(THEMES[(THEMES.indexOf(theme.get()) + 1) % THEMES.length] ?? 'system')
}

/** Writes the choice on the page, now and whenever it changes. Call once at start. */
export function followTheme(root: HTMLElement = document.documentElement): void {
  const apply = () => {
    const chosen = theme.get()
    if (chosen === 'system') delete root.dataset.theme
    else root.dataset.theme = chosen
  }
  apply()
  theme.subscribe(apply)
}
