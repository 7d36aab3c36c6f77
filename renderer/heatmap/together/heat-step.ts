/** Which of the eight colours a count has, from nought to the most. */
const STEPS = 8

export const heatStep = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.min(STEPS - 1, Math.ceil((count / Math.max(1, most)) * (STEPS - 1))))
