/** Bands for exact numbers: an age of 47 is the band 45-54, so that nobody needs to be known by their age. */

/** A number by itself, or with the unit it counts: "47", "47 years", "aged 47". */
const EXACT = /^(?:aged?\s+)?(\d{1,3})(?:\s*(?:years?(?:\s+old)?|yrs?))?$/i

/** The band an exact number falls in: "25-34", "85+", "<1 yr", ">20 yrs". Null when it is no number, or no band holds it. */
export function bandOf(stated: string, bands: readonly string[]): string | null {
  const [, digits] = EXACT.exec(stated.trim()) ?? []
  if (digits === undefined) return null
  const number = Number(digits)
  const holds = (band: string): boolean => {
    const [low = '', high] = band.match(/\d+/g) ?? []
    if (low === '') return false
    if (high !== undefined) return number >= Number(low) && number <= Number(high)
    if (/^\s*</.test(band)) return number < Number(low)
    if (/^\s*>/.test(band)) return number > Number(low)
    return /\+/.test(band) ? number >= Number(low) : number === Number(low)
  }
  return bands.find(holds) ?? null
}

export interface BandOffer {
  /** The attribute that has bands. */
  attribute: string
  band: string
  exact: string
  /** The attribute that states it exactly: the same, or `age` beside `age_band`. */
  from: string
}

/** What a person's exact numbers could be said as, so that nothing is kept more exactly than it is compared. */
export function bandOffers(
  attributes: readonly { id: string; type: string; values: readonly string[] }[],
  stated: Readonly<Record<string, string>>,
): BandOffer[] {
  return attributes.flatMap(({ id, type, values }) => {
    if (type !== 'band') return []
    for (const from of [id, id.replace(/_band$/, '')]) {
      const exact = stated[from]
      if (exact === undefined || values.includes(exact)) continue
      const band = bandOf(exact, values)
      if (band !== null) return [{ attribute: id, band, exact, from }]
    }
    return []
  })
}
