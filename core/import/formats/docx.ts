/** Word documents (.docx): the text as it stands, and everything Word keeps beside it. */
import type { Aside, Source, SourceComment } from '../model.ts'
import { warnOfChanges, warnOfDecoding } from './changes.ts'
import { noFindings, type Findings } from './docx/findings.ts'
import { readNumbering } from './docx/numbering.ts'
import { readParts, type DocxParts } from './docx/parts.ts'
import { readStories, type Story, type StoryContext } from './docx/story.ts'
import { readStyles } from './docx/styles.ts'
import { linesOf } from './flow.ts'
import { noteParagraphs } from './notes.ts'
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
  blocks.push(...noteParagraphs(noteTexts(parts, findings, beside)))
  return {
    format: 'docx',
    blocks,
    asides: collectAsides(parts, findings, beside),
    comments: collectComments(parts.comments, findings, beside),
    warnings: [...warnOfDecoding(parts.document, fileName), ...warnOfChanges(findings.counts, fileName)],
  }
}

/** Texts of the notes, in the order the text refers to them. */
function noteTexts(parts: DocxParts, findings: Findings, context: StoryContext): string[] {
  if (findings.notes.length === 0) return []
  const texts = new Map<string, string>()
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const { attributes, blocks } of stories(parts[`${kind}s`], context)) {
      texts.set(`${kind} ${attribute(attributes, 'id')}`, linesOf(blocks))
    }
  }
  return findings.notes.map(({ kind, id }) => texts.get(`${kind} ${id}`) ?? '')
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

function stories(xml: string | undefined, context: StoryContext): Story[] {
  return xml === undefined ? [] : readStories(xml, context)
}
