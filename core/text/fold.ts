/** Text without case and accents, for comparing as a reader would. */

/** Lower case, letters parted from their marks and the marks dropped: "Café" and "CAFE" fold alike. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
}

/** A test for texts that hold every word of `words`, wherever and in whatever order. */
export function holdsWords(words: string): (text: string) => boolean {
  const wanted = fold(words).split(/\s+/u).filter(Boolean)
  return (text) => {
    const folded = fold(text)
    return wanted.every((word) => folded.includes(word))
  }
}
