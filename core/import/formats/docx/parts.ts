/** Finds the parts of a Word package by their relationships, never by guessing at names alone. */
import { damaged } from '../../errors.ts'
import { decodeXml, walkXml, type Prefixes } from '../xml.ts'
import type { Package } from '../zip.ts'

/** Transitional and strict WordprocessingML name the same elements by two addresses. */
export const WORD: Prefixes = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
}

/** Decoded XML of the parts a reader needs; a part the package lacks is undefined. */
export interface DocxParts {
  document: string
  styles: string | undefined
  numbering: string | undefined
  footnotes: string | undefined
  endnotes: string | undefined
  comments: string | undefined
  headers: string[]
  footers: string[]
  core: string | undefined
  custom: string | undefined
}

interface Relation {
  /** Last word of the relationship's type: "styles", "header", "officeDocument". */
  type: string
  target: string
}

/** Reads the parts of a Word package. Throws `damaged` when there is no main document. */
export async function readParts(parts: Package, fileName: string): Promise<DocxParts> {
  const text = async (name: string | undefined) => {
    const bytes = name === undefined ? undefined : await parts.read(name)
    return bytes && decodeXml(bytes)
  }
  const top = readRelations(await text('_rels/.rels'), '', fileName)
  const main = top.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  const document = await text(main)
  if (document === undefined) throw damaged(fileName, 'its main part is missing')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relations = readRelations(
    await text(`${folder}_rels/${main.slice(folder.length)}.rels`),
    folder,
    fileName,
  )
  const one = (type: string, usual: string) =>
    text(relations.find((relation) => relation.type === type)?.target ?? `${folder}${usual}.xml`)
  const all = async (type: string) => {
    const targets = new Set(
      relations.filter((relation) => relation.type === type).map(({ target }) => target),
    )
    const found = await Promise.all([...targets].map(text))
    return found.filter((xml) => xml !== undefined)
  }
  return {
    document,
    styles: await one('styles', 'styles'),
    numbering: await one('numbering', 'numbering'),
    footnotes: await one('footnotes', 'footnotes'),
    endnotes: await one('endnotes', 'endnotes'),
    comments: await one('comments', 'comments'),
    headers: await all('header'),
    footers: await all('footer'),
    core: await text(top.find(({ type }) => type === 'core-properties')?.target ?? 'docProps/core.xml'),
    custom: await text(top.find(({ type }) => type === 'custom-properties')?.target ?? 'docProps/custom.xml'),
  }
}

/** Relations inside the package; external targets are left out, so nothing outside is ever opened. */
function readRelations(xml: string | undefined, folder: string, fileName: string): Relation[] {
  const relations: Relation[] = []
  if (xml === undefined) return relations
  const open = (name: string, { Type, Target, TargetMode }: Record<string, string>) => {
    if (!name.endsWith('Relationship') || TargetMode === 'External') return
    if (Type === undefined || Target === undefined) return
    const target = Target.startsWith('/') ? Target.slice(1) : normalise(folder + Target)
    relations.push({ type: Type.slice(Type.lastIndexOf('/') + 1), target })
  }
  walkXml(xml, {}, { open, close: () => {}, text: () => {} }, fileName)
  return relations
}

function normalise(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
