/** Labels of OpenDocument lists: shown on the page, nowhere in the text. */
import { formatNumber, listLabel } from '../list-label.ts'
import type { Attributes } from '../xml.ts'
import type { ListLevel, StyleBook } from './styles.ts'

const FORMATS: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

interface OpenList {
  style: string
  id: string
  counts: number[]
}

export class Lists {
  readonly #styles: StyleBook
  readonly #open: OpenList[] = []
  /** Counts of closed lists by list id and style, for lists that continue. */
  readonly #counts = new Map<string, number[]>()
  #label = ''

  constructor(styles: StyleBook) {
    this.#styles = styles
  }

  openList(attributes: Attributes): void {
    const outer = this.#open.at(-1)
    const style = attributes['text:style-name'] ?? outer?.style ?? ''
    const continued = attributes['text:continue-list']
    const earlier =
      continued !== undefined
        ? this.#counts.get(continued)
        : attributes['text:continue-numbering'] === 'true'
          ? this.#counts.get(style)
          : undefined
    this.#open.push({ style, id: attributes['xml:id'] ?? '', counts: outer?.counts ?? [...(earlier ?? [])] })
  }

  closeList(): void {
    const list = this.#open.pop()
    if (!list || this.#open.length > 0) return
    this.#counts.set(list.style, list.counts)
    if (list.id !== '') this.#counts.set(list.id, list.counts)
  }

  openItem(attributes: Attributes): void {
    const list = this.#open.at(-1)
    const at = this.#open.length - 1
    const levels = list && this.#styles.listLevels(list.style)
    const level = levels?.[at]
    if (!list || !levels || !level) return
    const start = Number(attributes['text:start-value'] ?? NaN)
    list.counts[at] = Number.isNaN(start) ? (list.counts[at] ?? level.start - 1) + 1 : start
    list.counts.length = at + 1
    this.#label =
      level.bullet === '' ? numbered(levels, list.counts, at) : level.prefix + level.bullet + level.suffix
  }

  /** The label of the item just opened, once: only its first paragraph shows it. */
  takeLabel(): string {
    const label = this.#label
    this.#label = ''
    return listLabel(label)
  }
}

function numbered(levels: ListLevel[], counts: number[], at: number): string {
  const level = levels[at]
  if (!level || level.format === '') return ''
  const shown: string[] = []
  for (let index = Math.max(0, at + 1 - level.levels); index <= at; index++) {
    const format = levels[index]?.format ?? '1'
    shown.push(formatNumber(counts[index] ?? 1, FORMATS[format] ?? 'decimal'))
  }
  return level.prefix + shown.join('.') + level.suffix
}
