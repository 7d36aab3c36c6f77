/** Word's styles, resolved through what they are based on. */
import { attribute, walkXml, type Attributes } from '../xml.ts'
import { WORD } from './parts.ts'

/** What a style says about the text it is applied to; undefined where it says nothing. */
export interface Style {
  /** Name as Word shows it ("Heading 1"). */
  name?: string
  heading?: number
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  rtl?: boolean
  numId?: string
  level?: number
}

interface StyleEntry extends Style {
  basedOn?: string
}

export interface Styles {
  /** The style with this id, or the default paragraph style without one. */
  paragraph(id: string | undefined): Style
  /** The style with this id, or no style. */
  character(id: string | undefined): Style
}

const NONE: Style = {}
const MAX_BASES = 20

export function readStyles(xml: string | undefined, fileName: string): Styles {
  const entries = new Map<string, StyleEntry>()
  const defaultId = xml === undefined ? undefined : collect(xml, entries, fileName)
  const resolved = new Map<string, Style>()
  const resolve = (id: string | undefined): Style => {
    if (id === undefined) return NONE
    const known = resolved.get(id)
    if (known) return known
    const chain: StyleEntry[] = []
    for (let at = entries.get(id); at && chain.length < MAX_BASES; at = entries.get(at.basedOn ?? ''))
      chain.unshift(at)
    const { basedOn: _, ...style } = Object.assign({}, ...chain) as StyleEntry
    resolved.set(id, style)
    return style
  }
  return { paragraph: (id) => resolve(id ?? defaultId), character: resolve }
}

/** Fills `entries` and returns the id of the default paragraph style. */
function collect(xml: string, entries: Map<string, StyleEntry>, fileName: string): string | undefined {
  let defaultId: string | undefined
  let style: StyleEntry | undefined
  let conditional = 0
  const open = (name: string, attributes: Attributes) => {
    if (name === 'w:style') {
      style = {}
      const id = attribute(attributes, 'styleId') ?? ''
      entries.set(id, style)
      const isDefault = isOn(attribute(attributes, 'default') ?? '0')
      if (isDefault && attribute(attributes, 'type') === 'paragraph') defaultId = id
    } else if (name === 'w:tblStylePr') conditional++
    else if (style && conditional === 0) describe(style, name, attribute(attributes, 'val'))
  }
  const close = (name: string) => {
    if (name === 'w:style') style = undefined
    else if (name === 'w:tblStylePr') conditional--
  }
  walkXml(xml, WORD, { open, close, text: () => {} }, fileName)
  return defaultId
}

function describe(style: StyleEntry, element: string, value: string | undefined): void {
  switch (element) {
    case 'w:name':
      Object.assign(style, namedStyle((value ?? '').replace(/^heading (?=\d$)/, 'Heading ')))
      break
    case 'w:basedOn':
      if (value !== undefined) style.basedOn = value
      break
    case 'w:outlineLvl':
      if (Number(value) < 6) style.heading = Number(value) + 1
      break
    case 'w:b':
      style.bold = isOn(value)
      break
    case 'w:i':
      style.italic = isOn(value)
      break
    case 'w:vanish':
      style.hidden = isOn(value)
      break
    case 'w:bidi':
      style.rtl = isOn(value)
      break
    case 'w:numId':
      if (value !== undefined) style.numId = value
      break
    case 'w:ilvl':
      style.level = Number(value)
      break
  }
}

/** Built-in names stay English in every language of Word, so they tell headings. */
function namedStyle(name: string): Style {
  const level = name === 'Title' ? '1' : /^Heading ([1-6])$/.exec(name)?.[1]
  return level === undefined ? { name } : { name, heading: Number(level) }
}

/** Word's on/off values: a property without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/.test(value)
}
