/** OpenDocument styles, resolved through their parents. */
import { walkXml, type Attributes, type Prefixes } from '../xml.ts'

export const OPEN_DOCUMENT: Prefixes = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

export interface Style {
  /** Name as the author sees it, for styles the author chose. */
  name?: string
  heading?: number
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  rtl?: boolean
  list?: string
}

interface StyleEntry extends Style {
  parent?: string
}

/** One level of a list style. */
export interface ListLevel {
  format: string
  prefix: string
  suffix: string
  bullet: string
  start: number
  /** How many levels the label shows ("2.1" shows two). */
  levels: number
}

const NONE: Style = {}
const MAX_PARENTS = 20

/** Styles of styles.xml and content.xml together. */
export class StyleBook {
  readonly #entries = new Map<string, StyleEntry>()
  readonly #resolved = new Map<string, Style>()
  readonly #lists = new Map<string, ListLevel[]>()

  /** Adds the styles of one part; `automatic` styles are formatting, not names an author chose. */
  read(xml: string, fileName: string): void {
    walkXml(xml, OPEN_DOCUMENT, new StyleWalker(this.#entries, this.#lists), fileName)
  }

  get(family: 'paragraph' | 'text' | 'section', name: string | undefined): Style {
    if (name === undefined) return NONE
    const key = `${family} ${name}`
    const known = this.#resolved.get(key)
    if (known) return known
    const chain: StyleEntry[] = []
    let entry = this.#entries.get(key)
    while (entry && chain.length < MAX_PARENTS) {
      chain.unshift(entry)
      entry = this.#entries.get(`${family} ${entry.parent}`)
    }
    const style: Style = Object.assign({}, ...chain)
    this.#resolved.set(key, style)
    return style
  }

  listLevels(name: string): ListLevel[] | undefined {
    return this.#lists.get(name)
  }
}

class StyleWalker {
  readonly #entries: Map<string, StyleEntry>
  readonly #lists: Map<string, ListLevel[]>
  #automatic = false
  #style: StyleEntry | undefined
  #levels: ListLevel[] | undefined

  constructor(entries: Map<string, StyleEntry>, lists: Map<string, ListLevel[]>) {
    this.#entries = entries
    this.#lists = lists
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'office:automatic-styles') this.#automatic = true
    else if (name === 'style:style') this.#openStyle(attributes)
    else if (name === 'text:list-style') {
      this.#levels = []
      this.#lists.set(attributes['style:name'] ?? '', this.#levels)
    } else if (name.startsWith('text:list-level-style-')) this.#addLevel(attributes)
    else if (this.#style) describe(this.#style, name, attributes)
  }

  close(name: string): void {
    if (name === 'office:automatic-styles') this.#automatic = false
    else if (name === 'style:style') this.#style = undefined
    else if (name === 'text:list-style') this.#levels = undefined
  }

  text(): void {}

  #openStyle(attributes: Attributes): void {
    const id = attributes['style:name'] ?? ''
    const shown = attributes['style:display-name'] ?? id
    const parent = attributes['style:parent-style-name']
    const outline = Number(attributes['style:default-outline-level'])
    const list = attributes['style:list-style-name']
    this.#style = {
      ...(!this.#automatic && shown !== 'Standard' && { name: shown }),
      ...(parent !== undefined && { parent }),
      ...(outline >= 1 && outline <= 6 && { heading: outline }),
      ...(list && { list }),
    }
    this.#entries.set(`${attributes['style:family']} ${id}`, this.#style)
  }

  #addLevel(attributes: Attributes): void {
    const level = Number(attributes['text:level']) - 1
    if (!this.#levels || !(level >= 0 && level < 10)) return
    this.#levels[level] = {
      format: attributes['style:num-format'] ?? '',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      bullet: attributes['text:bullet-char'] ?? '',
      start: Number(attributes['text:start-value'] ?? 1),
      levels: Number(attributes['text:display-levels'] ?? 1),
    }
  }
}

function describe(style: StyleEntry, element: string, attributes: Attributes): void {
  if (element === 'style:text-properties') {
    const weight = attributes['fo:font-weight']
    const slant = attributes['fo:font-style']
    const display = attributes['text:display']
    if (weight !== undefined) style.bold = /^(?:bold|[6-9]00)$/.test(weight)
    if (slant !== undefined) style.italic = slant !== 'normal'
    if (display !== undefined) style.hidden = display === 'none'
  } else if (element === 'style:paragraph-properties') {
    const mode = attributes['style:writing-mode']
    if (mode !== undefined) style.rtl = mode.startsWith('rl')
  }
}
