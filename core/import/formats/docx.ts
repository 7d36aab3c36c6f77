/** Word documents (.docx): the text as it stands, and everything Word keeps beside it. */
import type { Aside, Block, Paragraph, Source, SourceComment, Warning } from '../model.ts'
import { noFindings, type Counts, type Findings } from './docx/findings.ts'
import { readNumbering } from './docx/numbering.ts'
import { readParts, type DocxParts } from './docx/parts.ts'
import { readStories, type StoryContext } from './docx/story.ts'
import { readStyles } from './docx/styles.ts'
import { linesOf } from './flow.ts'
import { readProperties } from './properties.ts'
import { attribute } from './xml.ts'
import type { Package } from './zip.ts'

export async function readDocx(archive: Package, fileName: string): Promise<Source> {
  const parts = await readParts(archive, fileName)
  const styles = readStyles(parts.styles, fileName)
  const findings = noFindings()
  const context = { styles, numbering: readNumbering(parts.numbering, fileName), findings, fileName }
  const blocks = readStories(parts.document, context).flatMap((story) => story.blocks)
  const beside: StoryContext = { ...context, findings: noFindings() }
  blocks.push(...noteParagraphs(parts, findings, beside))
  return {
    format: 'docx',
    blocks,
    asides: collectAsides(parts, findings, beside),
    comments: collectComments(parts.comments, findings, beside),
    warnings: describeCounts(findings.counts, fileName),
  }
}

/** Notes follow the text in the order they are referred to, each opening with its mark. */
function noteParagraphs(parts: DocxParts, findings: Findings, context: StoryContext): Paragraph[] {
  if (findings.notes.length === 0) return []
  const texts = new Map<string, string>()
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const { attributes, blocks } of stories(parts[`${kind}s`], context)) {
      texts.set(`${kind} ${attribute(attributes, 'id')}`, linesOf(blocks))
    }
  }
  return findings.notes.map(({ kind, id }, index) => ({
    kind: 'paragraph',
    text: `[${index + 1}] ${texts.get(`${kind} ${id}`) ?? ''}`.trimEnd(),
    style: 'note',
    note: index + 1,
  }))
}

function collectAsides(parts: DocxParts, findings: Findings, context: StoryContext): Aside[] {
  const texts = (xmls: string[]) =>
    xmls.flatMap((xml) => stories(xml, context)).map(({ blocks }) => linesOf(blocks))
  const asides: Aside[] = [
    ...texts(parts.headers).map((text) => ({ where: 'header' as const, text })),
    ...texts(parts.footers).map((text) => ({ where: 'footer' as const, text })),
    ...findings.textBoxes.map((text) => ({ where: 'textbox' as const, text })),
    ...findings.controls.map(({ name, text }) => ({ where: 'control' as const, text: `${name}: ${text}` })),
    ...readProperties([parts.core, parts.custom], context.fileName),
  ]
  const seen = new Set<string>()
  return asides.filter(({ where, text }) => {
    const key = `${where}\n${text}`
    return text !== '' && !seen.has(key) && seen.add(key)
  })
}

function collectComments(
  xml: string | undefined,
  findings: Findings,
  context: StoryContext,
): SourceComment[] {
  if (findings.comments.length === 0) return []
  const written = new Map(stories(xml, context).map((story) => [attribute(story.attributes, 'id'), story]))
  return findings.comments.flatMap(({ id, block, quote }) => {
    const story = written.get(id)
    if (!story) return []
    return [
      { author: attribute(story.attributes, 'author') ?? '', text: linesOf(story.blocks), quote, block },
    ]
  })
}

function stories(
  xml: string | undefined,
  context: StoryContext,
): { attributes: Record<string, string>; blocks: Block[] }[] {
  return xml === undefined ? [] : readStories(xml, context)
}

function describeCounts(counts: Counts, fileName: string): Warning[] {
  const said: [count: number, code: string, message: string][] = [
    [
      counts.deleted,
      'tracked-deletions',
      'tracked deletions were left out. The original file still holds those words: share it with care',
    ],
    [counts.inserted, 'tracked-insertions', 'tracked insertions were taken as accepted'],
    [
      counts.moved,
      'tracked-moves',
      'tracked moves were taken as accepted; moved words stand where they were moved to',
    ],
    [
      counts.hidden,
      'hidden-text',
      'stretches of hidden text were left out. Show hidden text in Word to check them',
    ],
    [counts.placeholders, 'empty-controls', 'empty form fields were left out'],
    [counts.embedded, 'embedded-documents', 'embedded documents were not read. Import them separately'],
    [
      counts.unknownSymbols,
      'unknown-symbols',
      'symbols of a special font show as \ufffd. Compare them with the original',
    ],
  ]
  return said
    .filter(([count]) => count > 0)
    .map(([count, code, message]) => ({ code, message: `${fileName}: ${count} ${message}.` }))
}
