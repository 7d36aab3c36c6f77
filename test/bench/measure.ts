/** Measuring: medians over repeats, ratios against a baseline of the same run, and a table to read. */

export interface Row {
  what: string
  value: number
  unit: string
  /** The baseline of this run, in the same unit, and the most the ratio may be. */
  beside?: { what: string; value: number; most: number }
  /** The most the value itself may be. */
  most?: number
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

/** Milliseconds of each of `times` runs, after one that warms up. */
export async function timed(times: number, work: () => unknown): Promise<number[]> {
  await work()
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** Prints the rows; a figure over its limit is marked. Returns whether all are within. */
export function report(title: string, rows: readonly Row[]): boolean {
  console.log(`\n${title}`)
  let within = true
  for (const { what, value, unit, beside, most } of rows) {
    const ratio = beside ? value / beside.value : Number.NaN
    const over = (most !== undefined && value > most) || (beside !== undefined && ratio > beside.most)
    within &&= !over
    const limit = beside
      ? `${number(ratio)} × ${beside.what} (${number(beside.value)} ${unit}), at most ${beside.most} ×`
      : most === undefined
        ? ''
        : `at most ${number(most)} ${unit}`
    console.log(
      `  ${over ? '✗' : '✓'} ${what.padEnd(58)} ${number(value).padStart(8)} ${unit.padEnd(6)} ${limit}`,
    )
  }
  return within
}

/** A small generator of its own, so that every run measures the same thing. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}
