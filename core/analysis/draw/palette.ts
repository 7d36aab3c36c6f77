/** Colours of pictures: one sequential scale, light to dark in a single hue, and ink that can be read on it. */
import { scaleLinear, type ScaleLinear } from 'd3-scale'
import { interpolateOranges } from 'd3-scale-chromatic'

export type Theme = 'light' | 'dark'

export interface Palette {
  paper: string
  ink: string
  quiet: string
  line: string
  /** Colour of a share from 0 to 1. More is always further from the paper; never red against green. */
  fill: (share: number) => string
  /** The same, half faded into the paper, for thin evidence. */
  muted: (share: number) => string
  /** Black or white, whichever reads better on a colour. */
  inkOn: (colour: string) => string
}

const SURFACES = {
  light: { paper: '#ffffff', ink: '#1f1b16', quiet: '#5f5850', line: '#cfc8be' },
  dark: { paper: '#1c1a17', ink: '#f3efe8', quiet: '#b5aca0', line: '#4b453d' },
} as const
/** The ends of the scale are left off: the palest is too near white paper, the darkest hides its text. */
const RANGE = { light: [0.08, 0.92], dark: [0.98, 0.12] } as const

export function paletteOf(theme: Theme): Palette {
  const surface = SURFACES[theme]
  const along = scaleLinear()
    .domain([0, 1])
    .range([...RANGE[theme]])
    .clamp(true)
  const fill = (share: number): string => interpolateOranges(along(share))
  return {
    ...surface,
    fill,
    muted: (share) => mix(fill(share), surface.paper),
    inkOn: (colour) => (luminance(colour) > EVEN ? '#1f1b16' : '#ffffff'),
  }
}

function mix(colour: string, paper: string): string {
  const blend: ScaleLinear<string, string> = scaleLinear<string>().domain([0, 1]).range([colour, paper])
  return blend(0.45)
}

/** Above this luminance dark ink has the better contrast, below it white. */
const EVEN = 0.2

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = (colour.match(/\d+/g) ?? []).slice(0, 3).map((value) => Number(value) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
