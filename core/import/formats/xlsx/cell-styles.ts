/** Which cells of a workbook hold dates and times: Excel stores both as numbers and tells by the format. */
import { attribute, walkXml, type Attributes } from '../xml.ts'

/** What a number in a cell stands for. */
export type CellKind = 'number' | 'date' | 'time' | 'datetime'

export interface CellStyles {
  /** Kinds by the cell's style index (`s`). */
  kinds: CellKind[]
}

export function readCellStyles(xml: string | undefined, fileName: string): CellStyles {
  const kinds: CellKind[] = []
  if (xml === undefined) return { kinds }
  const codes = new Map<number, string>()
  let inCells = false
  const open = (name: string, attributes: Attributes) => {
    const element = name.slice(name.indexOf(':') + 1)
    const id = Number(attribute(attributes, 'numFmtId'))
    if (element === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '')
    else if (element === 'cellXfs') inCells = true
    else if (element === 'xf' && inCells) kinds.push(kindOf(id, codes.get(id)))
  }
  const close = (name: string) => {
    if (name.endsWith('cellXfs')) inCells = false
  }
  walkXml(xml, {}, { open, close, text: () => {} }, fileName)
  return { kinds }
}

/** Built-in formats 14–17 are dates, 18–21 and 45–47 times, 22 both (ECMA-376, 18.8.30). */
function kindOf(id: number, code: string | undefined): CellKind {
  if (code === undefined) {
    if (id >= 14 && id <= 17) return 'date'
    if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
    return id === 22 ? 'datetime' : 'number'
  }
  const plain = code.slice(0, 200).replaceAll(/"[^"]*"|\\.|\[[^\]hms]*\]/gi, '')
  const time = /[hs]/i.test(plain)
  const date = /[dy]/i.test(plain) || (/m/i.test(plain) && !time)
  if (date) return time ? 'datetime' : 'date'
  return time ? 'time' : 'number'
}

/** Shows a stored number as a number, as `2026-03-12`, as `0:03:07`, or as date and time. */
export function showNumber(value: string, kind: CellKind): string {
  const serial = Number(value)
  if (Number.isNaN(serial)) return value
  if (kind === 'number' || serial < 0 || serial > 2_958_465) return showPlain(value, serial)
  const days = Math.floor(serial)
  const date = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
  if (kind === 'date') return date
  if (kind === 'datetime') return `${date} ${clock(serial - days)}`
  return clock(serial)
}

/** Excel shows at most 15 digits, so that 0.1 + 0.2 reads 0.3. */
function showPlain(value: string, number: number): string {
  return /^-?\d+$/.test(value) ? value : String(Number(number.toPrecision(15)))
}

/** `h:mm:ss`, with the fraction of a second where there is one. */
function clock(days: number): string {
  const total = Math.round(days * 86_400_000)
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  const rest = total % 1000
  const seconds = Math.floor(total / 1000)
  const whole = `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`
  return rest === 0 ? whole : `${whole}.${pad(rest, 3)}`
}
