/** Walks OpenDocument text (body, page header, footer) and collects its paragraphs and tables. */
import type { Block, Paragraph } from '../../model.ts'
import { Flow, linesOf } from '../flow.ts'
import { noteMark } from '../notes.ts'
import { RunCollector } from '../runs.ts'
import { walkXml, type Attributes, type XmlHandler } from '../xml.ts'
import { Lists } from './lists.ts'
import { OPEN_DOCUMENT, type Style, type StyleBook } from './styles.ts'

export interface OdtFindings {
  textBoxes: string[]
  /** Texts of footnotes and endnotes in the order the text refers to them. */
  notes: string[]
  comments: { author: string; text: string; quote: string; block: number }[]
  counts: { deleted: number; inserted: number; hidden: number }
}

export interface OdtStory {
  element: string
  blocks: Block[]
}

/** Reads every story of a part: its body, or its page headers and footers. */
export function readOdtStories(
  xml: string,
  styles: StyleBook,
  findings: OdtFindings,
  fileName: string,
): OdtStory[] {
  const walker = new OdtWalker(styles, findings)
  walkXml(xml, OPEN_DOCUMENT, walker, fileName)
  return walker.stories
}

const STORIES = new Set([
  'office:text',
  'style:header',
  'style:footer',
  'style:header-left',
  'style:footer-left',
])
/** Elements whose words are no part of the text. `text:tracked-changes` holds what was deleted. */
const SKIPPED = new Set(
  'office:forms text:tracked-changes text:note-citation text:ruby-text office:scripts office:styles office:automatic-styles office:font-face-decls dc:date meta:date-string text:variable-decls text:sequence-decls draw:object svg:title svg:desc'.split(
    ' ',
  ),
)
/** Texts apart from the paragraph they stand in. */
const APART = new Set(['text:note-body', 'office:annotation', 'draw:text-box'])
const MAX_SPACES = 1000

interface Frame {
  flow: Flow
  runs: RunCollector
  /** Formatting of the open paragraph and spans, innermost last. */
  formats: Style[]
  paragraph: { style: Style; heading: number | undefined; label: string } | undefined
}

class OdtWalker implements XmlHandler {
  readonly stories: OdtStory[] = []
  readonly #styles: StyleBook
  readonly #findings: OdtFindings
  readonly #lists: Lists
  readonly #frames: Frame[] = []
  #frame = newFrame()
  #skipping = 0
  #hiddenSections = 0
  readonly #sections: boolean[] = []
  #author: string | undefined
  #points: { author: string; text: string }[] = []
  #count = 0

  constructor(styles: StyleBook, findings: OdtFindings) {
    this.#styles = styles
    this.#findings = findings
    this.#lists = new Lists(styles)
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0) this.#skipping++
    else if (SKIPPED.has(name)) this.#skipping = 1
    else if (STORIES.has(name)) this.#openStory(name)
    else if (APART.has(name)) this.#openApart(name)
    else if (!this.#openText(name, attributes)) this.#openStructure(name, attributes)
  }

  close(name: string): void {
    if (this.#skipping > 0) this.#skipping--
    else if (STORIES.has(name)) this.#frame.flow.finish()
    else if (APART.has(name)) this.#closeApart(name)
    else this.#closeElement(name)
  }

  text(text: string): void {
    if (this.#skipping > 0) return
    if (this.#author === '') this.#author = text
    // White space collapses as in HTML; spaces that count are text:s elements.
    else if (this.#frame.paragraph) this.#append(text.replaceAll(/[ \t\r\n]+/g, ' '))
  }

  #openStory(element: string): void {
    this.#frame = newFrame()
    this.stories.push({ element, blocks: this.#frame.flow.blocks })
  }

  #openApart(name: string): void {
    if (name === 'text:note-body') this.#append(noteMark(this.#findings.notes.push('')))
    this.#author = undefined
    this.#frames.push(this.#frame)
    this.#frame = newFrame()
  }

  #closeApart(name: string): void {
    const text = linesOf(this.#frame.flow.finish())
    this.#frame = this.#frames.pop() ?? newFrame()
    if (name === 'text:note-body') this.#findings.notes[this.#findings.notes.length - 1] = text
    else if (name === 'draw:text-box') this.#findings.textBoxes.push(text)
    else this.#points.push({ author: this.#author ?? '', text })
    this.#author = undefined
  }

  #openText(name: string, attributes: Attributes): boolean {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#openParagraph(name, attributes)
        return true
      case 'text:span':
        this.#frame.formats.push(this.#inherit(this.#styles.get('text', attributes['text:style-name'])))
        return true
      case 'text:s':
        this.#append(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, MAX_SPACES)))
        return true
      case 'text:tab':
        this.#append('\t')
        return true
      case 'text:line-break':
        this.#append('\n')
        return true
      case 'dc:creator':
        this.#author = ''
        return true
      default:
        return false
    }
  }

  #openStructure(name: string, attributes: Attributes): void {
    const { flow } = this.#frame
    switch (name) {
      case 'table:table':
        flow.openTable()
        break
      case 'table:table-cell':
      case 'table:covered-table-cell':
        flow.table?.openCell()
        break
      case 'text:list':
        this.#lists.openList(attributes)
        break
      case 'text:list-item':
        this.#lists.openItem(attributes)
        break
      case 'text:section': {
        const hidden = attributes['text:display'] === 'none'
        this.#sections.push(hidden)
        if (hidden) this.#hiddenSections++
        break
      }
      case 'text:hidden-text':
        this.#findings.counts.hidden++
        break
      case 'text:change':
        this.#findings.counts.deleted++
        break
      case 'text:change-start':
        this.#findings.counts.inserted++
    }
  }

  #closeElement(name: string): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#closeParagraph()
        break
      case 'text:span':
        this.#frame.formats.pop()
        break
      case 'table:table-row':
        this.#frame.flow.table?.closeRow()
        break
      case 'table:table':
        this.#frame.flow.closeTable()
        break
      case 'text:list':
        this.#lists.closeList()
        break
      case 'text:section':
        if (this.#sections.pop()) this.#hiddenSections--
    }
  }

  #openParagraph(name: string, attributes: Attributes): void {
    const style = this.#styles.get('paragraph', attributes['text:style-name'])
    const level = Number(attributes['text:outline-level'] ?? 1)
    const heading = name === 'text:h' ? Math.min(Math.max(level, 1), 6) : style.heading
    this.#frame.paragraph = { style, heading, label: this.#lists.takeLabel() }
    this.#frame.formats = [style]
  }

  #closeParagraph(): void {
    const { flow, runs, paragraph } = this.#frame
    this.#frame.paragraph = undefined
    if (!paragraph) return
    const label = runs.isEmpty ? '' : paragraph.label
    runs.prepend(label)
    const block = flow.blocks.length
    const taken: Paragraph = runs.take({
      style: paragraph.style.name,
      heading: paragraph.heading,
      label: label.trimEnd() || undefined,
      rtl: paragraph.style.rtl,
      at: ++this.#count,
    })
    flow.add(taken)
    if (this.#frames.length > 0) return
    for (const point of this.#points) this.#findings.comments.push({ ...point, quote: taken.text, block })
    this.#points = []
  }

  #append(text: string): void {
    const format = this.#frame.formats.at(-1) ?? {}
    if (!this.#frame.paragraph || text === '') return
    if (format.hidden || this.#hiddenSections > 0) this.#findings.counts.hidden++
    else this.#frame.runs.append(text, format.bold ?? false, format.italic ?? false)
  }

  #inherit(style: Style): Style {
    return { ...this.#frame.formats.at(-1), ...style }
  }
}

function newFrame(): Frame {
  return { flow: new Flow(), runs: new RunCollector(), formats: [], paragraph: undefined }
}
