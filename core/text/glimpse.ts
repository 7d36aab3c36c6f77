/** The first words of a longer text, on one line: enough to know it again in a list. */

/** At most `most` characters, cut at a word where that keeps more than half of them. */
export function glimpse(text: string, most = 60): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const space = line.lastIndexOf(' ', most)
  const cut = space > most / 2 ? space : most
  // Never half of a character outside the basic plane.
  return `${line.slice(0, cut).replace(/[\ud800-\udbff]$/, '')}…`
}
