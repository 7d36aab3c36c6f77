/** The two-way map as pictures the size of a page: bands of touchpoints, as many to a page as it holds. */
import type { z } from 'zod'
import type { mapping } from '../../../contract/mapping.ts'
import { patterns } from '../legend.ts'
import { paletteOf, type Palette } from '../palette.ts'
import { picture, words, wordsIn } from '../picture.ts'
import { element, wrap } from '../svg.ts'
import { COLUMN, drawBand, LABELS, MARGIN, type MapStyle, type Part } from './band.ts'
import { bandsOf, WIDEST } from './bands.ts'

type TwoWay = z.input<typeof mapping.twoWay.output>

const TITLE = { size: 18, height: 46 }
const CAPTION = { size: 11.5, step: 16 }
const GAP = 28

interface Sheet {
  palette: Palette
  width: number
  /** Under every page, since each may be pasted by itself. */
  caption: readonly string[]
  about: string
}

/**
 * One SVG document for each page, at least one. A page is as wide as its columns and no higher than a landscape sheet of that
 * width (1:√2), unless a single band is. The same map, thresholds and theme always give the same bytes.
 */
export function drawMap(map: TwoWay, style: MapStyle): string[] {
  const palette = paletteOf(style.theme)
  const bands = bandsOf(map.rows)
  const columns = Math.min(WIDEST, Math.max(4, ...bands.map(({ rows }) => rows.length)))
  const width = 2 * MARGIN + LABELS + columns * COLUMN
  const caption = [map.caption, keyOf(style)].flatMap((paragraph) =>
    wrap(paragraph, width - 2 * MARGIN, CAPTION.size),
  )
  const sheet: Sheet = { palette, width, caption, about: map.caption }
  const room = width / Math.SQRT2 - (MARGIN + TITLE.height + GAP + caption.length * CAPTION.step + MARGIN)
  const parts = bands.map((band) => drawBand(band, map, { ...style, palette }))
  const pages = pagesOf(parts, room)
  return pages.map((page, at) =>
    drawPage(page, sheet, pages.length > 1 ? `${at + 1} of ${pages.length}` : ''),
  )
}

/** Bands in their order, each on the page before where that has room for it. */
function pagesOf(parts: readonly Part[], room: number): Part[][] {
  const pages: Part[][] = []
  let left = 0
  for (const part of parts) {
    const page = pages.at(-1)
    if (page && part.bottom + GAP <= left) {
      page.push(part)
      left -= part.bottom + GAP
    } else {
      pages.push([part])
      left = room - part.bottom
    }
  }
  return pages.length > 0 ? pages : [[]]
}

function drawPage(parts: readonly Part[], { palette, width, caption, about }: Sheet, number: string): string {
  const { ink, quiet, paper } = palette
  let top = MARGIN + TITLE.height
  const marks = parts.map((part) => {
    const moved = element('g', { transform: `translate(0 ${top})` }, ...part.marks)
    top = Math.ceil(top + part.bottom + GAP)
    return moved
  })
  const height = top + caption.length * CAPTION.step + MARGIN
  const title = 'Two-way map'
  const head = { y: MARGIN + TITLE.size }
  const name = number === '' ? title : `${title}, ${number}`
  return picture(
    { title: name, about, width, height, paper },
    patterns(palette),
    words(title, { ...head, x: MARGIN, size: TITLE.size, fill: ink, weight: 600 }),
    words(number, { ...head, x: width - MARGIN, size: CAPTION.size, fill: quiet, anchor: 'end' }),
    ...marks,
    ...wordsIn(caption, { x: MARGIN, y: top + CAPTION.size, ...CAPTION, fill: quiet }),
  )
}

const keyOf = ({ smallN, thinN }: MapStyle): string =>
  `How it felt: pleased less displeased residents, of those who spoke of it, from −1 to 1; n is those who spoke of it. Frustrated: F/E. Fewer than ${smallN} residents spoke of it: no figure and no colour; fewer than ${thinN}: muted and hatched. To protect people, counts from 1 to ${smallN - 1} are written <${smallN}.`
