/** OpenDocument text (.odt). */
import { damaged } from '../errors.ts'
import type { Aside, Paragraph, Source, Warning } from '../model.ts'
import { linesOf } from './flow.ts'
import { readOdtStories, type OdtFindings, type OdtStory } from './odt/story.ts'
import { StyleBook } from './odt/styles.ts'
import { readProperties } from './properties.ts'
import { decodeXml } from './xml.ts'
import { passwordProtected, type Package } from './zip.ts'

export async function readOdt(parts: Package, fileName: string): Promise<Source> {
  const text = async (name: string) => {
    const bytes = await parts.read(name)
    return bytes && decodeXml(bytes)
  }
  // An encrypted document keeps its parts under their names; only the manifest tells.
  if ((await text('META-INF/manifest.xml'))?.includes('encryption-data')) throw passwordProtected(fileName)
  const content = await text('content.xml')
  if (content === undefined) throw damaged(fileName, 'its main part is missing')
  const layout = await text('styles.xml')
  const styles = new StyleBook()
  if (layout !== undefined) styles.read(layout, fileName)
  styles.read(content, fileName)
  const findings = noFindings()
  const blocks = readOdtStories(content, styles, findings, fileName).flatMap((story) => story.blocks)
  const pages = layout === undefined ? [] : readOdtStories(layout, styles, noFindings(), fileName)
  return {
    format: 'odt',
    blocks: [...blocks, ...findings.notes.map(noteParagraph)],
    asides: [
      ...pageAsides(pages),
      ...findings.textBoxes.map((text): Aside => ({ where: 'textbox', text })),
      ...readProperties([await text('meta.xml')], fileName),
    ],
    comments: findings.comments,
    warnings: describe(findings.counts, fileName),
  }
}

function pageAsides(pages: OdtStory[]): Aside[] {
  const seen = new Map<string, Aside>()
  for (const { element, blocks } of pages) {
    const text = linesOf(blocks)
    const where = element.startsWith('style:header') ? 'header' : 'footer'
    if (text !== '') seen.set(`${where} ${text}`, { where, text })
  }
  return [...seen.values()]
}

function noteParagraph(text: string, index: number): Paragraph {
  return { kind: 'paragraph', text: `[${index + 1}] ${text}`.trimEnd(), style: 'note', note: index + 1 }
}

function noFindings(): OdtFindings {
  return { textBoxes: [], notes: [], comments: [], counts: { deleted: 0, inserted: 0, hidden: 0 } }
}

function describe(counts: OdtFindings['counts'], fileName: string): Warning[] {
  const warnings: Warning[] = []
  const add = (code: string, message: string) => warnings.push({ code, message: `${fileName}: ${message}.` })
  if (counts.deleted > 0)
    add(
      'tracked-deletions',
      'tracked deletions were left out. The original file still holds those words: share it with care',
    )
  if (counts.inserted > 0) add('tracked-insertions', 'tracked insertions were taken as accepted')
  if (counts.hidden > 0)
    add('hidden-text', 'hidden text was left out. Show hidden text in the word processor to check it')
  return warnings
}
