/** Shares as percentages that never hide anybody. */

/** A share from 0 to 1 as "58%". Somebody is never rounded to 0%, nor all but somebody to 100%: "<1%", ">99%". */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return '<1%'
  if (share < 1 && share >= 0.995) return '>99%'
  return `${Math.round(100 * share)}%`
}
