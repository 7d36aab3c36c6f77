/** Word's list labels: text that stands before a paragraph on the page but nowhere in it. */
import { formatNumber, listLabel } from '../list-label.ts'
import { attribute, walkXml, type Attributes } from '../xml.ts'
import { WORD } from './parts.ts'

interface Level {
  start: number
  format: string
  text: string
  separator: string
}

interface Num {
  abstract: string
  starts: Map<number, number>
  used: boolean
}

export interface Numbering {
  /** The label of the next paragraph of this list, with the space after it; '' when it shows only a bullet. */
  next(numId: string, level: number): string
}

const MAX_LEVEL = 9

export function readNumbering(xml: string | undefined, fileName: string): Numbering {
  const { levels, nums } = collect(xml, fileName)
  const counters = new Map<string, number[]>()
  const next = (numId: string, level: number): string => {
    const num = nums.get(numId)
    const definitions = num && levels.get(num.abstract)
    const definition = definitions?.[level]
    if (!num || !definition || level >= MAX_LEVEL) return ''
    const counts = counters.get(num.abstract) ?? []
    counters.set(num.abstract, counts)
    if (!num.used) for (const [at, start] of num.starts) counts[at] = start - 1
    num.used = true
    counts[level] = (counts[level] ?? definition.start - 1) + 1
    counts.length = level + 1
    return label(definition, definitions, counts)
  }
  return { next }
}

function label(definition: Level, definitions: Level[], counts: number[]): string {
  if (definition.format === 'none') return ''
  const text = definition.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const level = definitions[at]
    return level ? formatNumber(counts[at] ?? level.start, level.format) : ''
  })
  return listLabel(text, definition.separator)
}

function collect(xml: string | undefined, fileName: string) {
  const levels = new Map<string, Level[]>()
  const nums = new Map<string, Num>()
  if (xml === undefined) return { levels, nums }
  let abstract: Level[] = []
  let level: Level | undefined
  let num: Num | undefined
  let override = 0
  const open = (name: string, attributes: Attributes) => {
    const value = attribute(attributes, 'val')
    if (name === 'w:abstractNum') levels.set(attribute(attributes, 'abstractNumId') ?? '', (abstract = []))
    else if (name === 'w:lvl' && num === undefined) {
      level = { start: 1, format: 'decimal', text: '', separator: ' ' }
      const at = Number(attribute(attributes, 'ilvl'))
      if (at < MAX_LEVEL) abstract[at] = level
    } else if (name === 'w:num') {
      num = { abstract: '', starts: new Map(), used: false }
      nums.set(attribute(attributes, 'numId') ?? '', num)
    } else if (name === 'w:lvlOverride') override = Number(attribute(attributes, 'ilvl'))
    else if (num) describeNum(num, override, name, value)
    else if (level) describeLevel(level, name, value)
  }
  const close = (name: string) => {
    if (name === 'w:lvl') level = undefined
    else if (name === 'w:num') num = undefined
  }
  walkXml(xml, WORD, { open, close, text: () => {} }, fileName)
  return { levels, nums }
}

function describeNum(num: Num, override: number, element: string, value: string | undefined): void {
  if (element === 'w:abstractNumId') num.abstract = value ?? ''
  else if (element === 'w:startOverride' && override < MAX_LEVEL) num.starts.set(override, Number(value))
}

function describeLevel(level: Level, element: string, value: string | undefined): void {
  if (element === 'w:start') level.start = Number(value)
  else if (element === 'w:numFmt') level.format = value ?? 'decimal'
  else if (element === 'w:lvlText') level.text = value ?? ''
  else if (element === 'w:suff') level.separator = value === 'nothing' ? '' : ' '
}
