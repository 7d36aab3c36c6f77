/** What the page may ask of the system, and why. Everything not named is refused. */

const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['clipboard-sanitized-write', 'copying a quote or a figure into a report'],
  ['fullscreen', 'reading without distraction'],
])

export const mayUse = (permission: string): boolean => ALLOWED.has(permission)
