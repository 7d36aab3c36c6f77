/** Which family hue and lightness step a code is drawn in; the colours themselves live in tones.css. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'

type ToneSource = Pick<Code, 'family' | 'order' | 'valence' | 'weight'>

/** Attributes for any element that shows a code: `<span {...tone(code)}>`. */
interface Tone {
  'data-family': Family
  'data-step': string
}

const STEPS = 4

export const tone = (code: ToneSource): Tone => ({
  'data-family': code.family,
  'data-step': code.family === 'emotion' ? emotionStep(code) : String(code.order % STEPS),
})

/** A family on its own, for headings and legends. */
export const familyTone = (family: Family): Tone => ({ 'data-family': family, 'data-step': '0' })

/** Cool for positive, grey for neutral or either way, warmer the more an emotion weighs as frustration (thousandths). */
function emotionStep({ valence, weight, order }: ToneSource): string {
  if (valence === 'pos') return order % 2 === 0 ? 'cool-2' : 'cool-1'
  if (valence !== 'neg') return 'grey'
  const share = (weight ?? 0) / 1000
  if (share >= 1) return 'warm-4'
  if (share >= 0.75) return 'warm-3'
  return share > 0 ? 'warm-2' : 'warm-1'
}
