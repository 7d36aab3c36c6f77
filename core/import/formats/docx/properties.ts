/** Reads Word's property elements (w:pPr, w:rPr, w:trPr, w:tcPr, w:sdtPr) onto what they describe. */
import type { TableBuilder } from '../table.ts'
import { attribute, type Attributes } from '../xml.ts'
import type { ParagraphBuilder, RunFormat } from './paragraph.ts'
import type { Control } from './ranges.ts'
import { isOn } from './styles.ts'

type Target =
  | { element: 'w:rPr'; run: RunFormat }
  | { element: 'w:pPr'; paragraph: ParagraphBuilder }
  | { element: 'w:trPr' | 'w:tcPr'; table: TableBuilder }
  | { element: 'w:sdtPr'; control: Control }

export class PropertyReader {
  #target: Target | undefined
  #depth = 0

  get isOpen(): boolean {
    return this.#target !== undefined
  }

  openRun(run: RunFormat): void {
    this.#target = { element: 'w:rPr', run }
  }

  openParagraph(paragraph: ParagraphBuilder): void {
    this.#target = { element: 'w:pPr', paragraph }
  }

  openTable(table: TableBuilder): void {
    this.#target = { element: 'w:tcPr', table }
  }

  openControl(control: Control): void {
    this.#target = { element: 'w:sdtPr', control }
  }

  describe(name: string, attributes: Attributes): void {
    this.#depth++
    const target = this.#target
    const value = attribute(attributes, 'val')
    if (target?.element === 'w:rPr') describeRun(target.run, name, value)
    else if (target?.element === 'w:pPr') describeParagraph(target.paragraph, name, value)
    else if (target?.element === 'w:sdtPr') describeControl(target.control, name, value)
    else if (target) describeTable(target.table, name, value)
  }

  close(): void {
    if (this.#depth > 0) this.#depth--
    else this.#target = undefined
  }
}

function describeRun(run: RunFormat, name: string, value: string | undefined): void {
  switch (name) {
    case 'w:b':
      run.bold = isOn(value)
      break
    case 'w:i':
      run.italic = isOn(value)
      break
    case 'w:bCs':
      run.boldComplex = isOn(value)
      break
    case 'w:iCs':
      run.italicComplex = isOn(value)
      break
    case 'w:rtl':
    case 'w:cs':
      run.complex = isOn(value)
      break
    case 'w:vanish':
      run.hidden = isOn(value)
      break
    case 'w:rStyle':
      if (value !== undefined) run.style = value
  }
}

/** Elements of the paragraph mark (w:rPr inside w:pPr) arrive here too; only its deletion counts. */
function describeParagraph(paragraph: ParagraphBuilder, name: string, value: string | undefined): void {
  switch (name) {
    case 'w:pStyle':
      paragraph.style = value
      break
    case 'w:outlineLvl':
      paragraph.heading = Number(value) < 6 ? Number(value) + 1 : 0
      break
    case 'w:numId':
      paragraph.numId = value
      break
    case 'w:ilvl':
      paragraph.level = Number(value)
      break
    case 'w:bidi':
      paragraph.rtl = isOn(value)
      break
    case 'w:del':
    case 'w:moveFrom':
      paragraph.joinsNext = true
  }
}

function describeTable(table: TableBuilder, name: string, value: string | undefined): void {
  if (name === 'w:gridSpan') table.spanColumns(Number(value) || 1)
  else if (name === 'w:del') table.deleteRow()
}

function describeControl(control: Control, name: string, value: string | undefined): void {
  if (name === 'w:alias' || (name === 'w:tag' && control.name === '')) control.name = value ?? ''
  else if (name === 'w:showingPlcHdr') control.placeholder = isOn(value)
}
