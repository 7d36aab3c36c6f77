/** OpenDocument text (.odt). */
import { damaged } from '../errors.ts'
import type { Aside, Source } from '../model.ts'
import { warnOfChanges, warnOfDecoding } from './changes.ts'
import { linesOf } from './flow.ts'
import { noteParagraphs } from './notes.ts'
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
    blocks: [...blocks, ...noteParagraphs(findings.notes)],
    asides: [
      ...pageAsides(pages),
      ...findings.textBoxes.map((text): Aside => ({ where: 'textbox', text })),
      ...readProperties([await text('meta.xml')], fileName),
    ],
    comments: findings.comments,
    warnings: [...warnOfDecoding(content, fileName), ...warnOfChanges(findings.counts, fileName)],
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

function noFindings(): OdtFindings {
  return { textBoxes: [], notes: [], comments: [], counts: { deleted: 0, inserted: 0, hidden: 0 } }
}
