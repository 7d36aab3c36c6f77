/** Counts of people as they may leave the project. */

/** From 1 to smallN − 1: enough to know someone again by. Nought identifies nobody. */
export const isSmall = (count: number, smallN: number): boolean => count > 0 && count < smallN

/** The count, or only that it is small: for figures that do not add up to others. */
export const openCount = (count: number, smallN: number): string =>
  isSmall(count, smallN) ? `<${smallN}` : String(count)
