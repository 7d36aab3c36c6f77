/** Which family hue and lightness step a code is drawn in; the colours themselves live in tones.css. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'

type ToneSource = Pick<Code, 'family' | 'order' | 'valence' | 'weight'> & Partial<Pick<Code, 'colour'>>

/** Attributes for any element that shows a code: `<span {...tone(code)}>`. */
interface Tone {
  'data-family': Family
  'data-step': string
}

/** A family's steps as other programs will see them: the marks of tones.css on light paper. */
const PALETTES: Partial<Record<Family, readonly string[]>> = {
  touchpoint: ['#255b9c', '#3368ab', '#4076b9', '#4d83c8'],
  reason: ['#6b4690', '#78539e', '#8560ac', '#936ebb'],
  layer: ['#31693f', '#3e764b', '#4b8358', '#589165'],
  channel: ['#6e5724', '#7b6431', '#89713e', '#967e4b'],
  theme: ['#8a3a64', '#994771', '#a7547e', '#b6618c'],
}
const STEPS = 4

/** The colours a code of the family can be given; none for emotions, whose colour says how they feel. */
export const paletteOf = (family: Family): readonly string[] => PALETTES[family] ?? []

export const tone = (code: ToneSource): Tone => ({
  'data-family': code.family,
  'data-step': code.family === 'emotion' ? emotionStep(code) : String(chosenStep(code) ?? code.order % STEPS),
})

/** The step whose colour was chosen; a colour from another program is not of the family, and keeps its hue. */
function chosenStep({ family, colour }: ToneSource): number | null {
  const step = paletteOf(family).indexOf(colour?.toLowerCase() ?? '')
  return step === -1 ? null : step
}

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
