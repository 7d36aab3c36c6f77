/** Excel workbooks: a table for each sheet, numbers shown as a person sees them. */
import { damaged } from '../errors.ts'
import type { Aside, Block, Source } from '../model.ts'
import { cellOf } from './cells.ts'
import { readProperties } from './properties.ts'
import { readCellStyles } from './xlsx/cell-styles.ts'
import { decodeEscapes } from './xlsx/escapes.ts'
import { readSheet } from './xlsx/sheet.ts'
import { attribute, decodeXml, walkXml, type Attributes } from './xml.ts'
import type { Package } from './zip.ts'

interface SheetEntry {
  name: string
  relation: string
  hidden: boolean
}

export async function readXlsx(parts: Package, fileName: string): Promise<Source> {
  const text = async (name: string) => {
    const bytes = await parts.read(name)
    return bytes && decodeXml(bytes)
  }
  const workbook = await text('xl/workbook.xml')
  if (workbook === undefined) throw damaged(fileName, 'its list of sheets is missing')
  const targets = readTargets(await text('xl/_rels/workbook.xml.rels'), fileName)
  const strings = readSharedStrings(await text('xl/sharedStrings.xml'), fileName)
  const styles = readCellStyles(await text('xl/styles.xml'), fileName)
  const blocks: Block[] = []
  const asides: Aside[] = []
  for (const sheet of readSheetList(workbook, fileName)) {
    const xml = await text(targets.get(sheet.relation) ?? '')
    if (xml === undefined) continue
    const rows = readSheet(xml, { strings, styles, fileName }).map((cells) => cells.map(cellOf))
    asides.push({ where: 'sheet', text: sheet.hidden ? `${sheet.name} (hidden)` : sheet.name })
    blocks.push({ kind: 'table', rows })
  }
  asides.push(...readProperties([await text('docProps/core.xml')], fileName))
  return { format: 'xlsx', blocks, asides, comments: [], warnings: [] }
}

function readSheetList(xml: string, fileName: string): SheetEntry[] {
  const sheets: SheetEntry[] = []
  const open = (name: string, attributes: Attributes) => {
    if (local(name) !== 'sheet') return
    const state = attributes['state']
    const relation = attribute(attributes, 'id') ?? ''
    sheets.push({
      name: attributes['name'] ?? '',
      relation,
      hidden: state !== undefined && state !== 'visible',
    })
  }
  walkXml(xml, {}, { open, close: () => {}, text: () => {} }, fileName)
  return sheets
}

function readTargets(xml: string | undefined, fileName: string): Map<string, string> {
  const targets = new Map<string, string>()
  if (xml === undefined) return targets
  const open = (_: string, { Id, Target, TargetMode }: Attributes) => {
    if (Id === undefined || Target === undefined || TargetMode === 'External') return
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  }
  walkXml(xml, {}, { open, close: () => {}, text: () => {} }, fileName)
  return targets
}

/** Texts cells refer to by number; reading aids for Japanese (rPh) are no part of them. */
function readSharedStrings(xml: string | undefined, fileName: string): string[] {
  const strings: string[] = []
  if (xml === undefined) return strings
  let inText = false
  let aids = 0
  const open = (name: string) => {
    const element = local(name)
    if (element === 'si') strings.push('')
    else if (element === 'rPh') aids++
    else if (element === 't') inText = aids === 0
  }
  const close = (name: string) => {
    if (local(name) === 'rPh') aids--
    else inText = false
  }
  const text = (text: string) => {
    if (inText) strings[strings.length - 1] += text
  }
  walkXml(xml, {}, { open, close, text }, fileName)
  return strings.map(decodeEscapes)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
