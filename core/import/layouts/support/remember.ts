/** Remembers what a function of one text gave: a transcript asks the same of a few labels again and again. */

export function remember<T extends object | string | number | boolean | null>(
  work: (text: string) => T,
): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = work(text)
    known.set(text, result)
    return result
  }
}
