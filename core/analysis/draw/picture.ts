/** What every picture is made of: a sheet with a name, and words on it. */
import { element, text, type Markup } from './svg.ts'

const FONTS =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"

interface Sheet {
  /** Its name, for people who hear the picture. */
  title: string
  /** More than its name, for them as well. */
  about?: string | undefined
  width: number
  height: number
  paper: string
}

/** One SVG document. Without ids of its own, so that several may stand on one page. */
export function picture({ title, about, width, height, paper }: Sheet, ...marks: readonly Markup[]): string {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'font-family': FONTS,
    },
    element('title', {}, text(title)),
    ...(about === undefined ? [] : [element('desc', {}, text(about))]),
    element('rect', { width, height, fill: paper }),
    ...marks,
  )
  return `${svg.markup}\n`
}

interface Words {
  x: number
  y: number
  size: number
  fill: string
  weight?: number
  anchor?: 'middle' | 'end'
}

export const words = (value: string, { x, y, size, fill, weight, anchor }: Words): Markup =>
  element(
    'text',
    { x, y, 'font-size': size, 'font-weight': weight, fill, 'text-anchor': anchor },
    text(value),
  )

/** Lines one under the other, `step` apart. */
export const wordsIn = (
  lines: readonly string[],
  { y, step, ...style }: Words & { step: number },
): Markup[] => lines.map((line, place) => words(line, { ...style, y: y + place * step }))
