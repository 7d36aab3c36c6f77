/** HTML, tokenised by the standard's rules and never rendered, run or fetched from. */
import { finished } from 'node:stream/promises'
import { SAXParser, type StartTag } from 'parse5-sax-parser'
import type { Aside, Source } from '../model.ts'
import type { DecodedText } from './decode.ts'
import { Flow } from './flow.ts'
import { RunCollector } from './runs.ts'

export async function readHtml({ text, encoding, warnings }: DecodedText, fileName: string): Promise<Source> {
  const walker = new HtmlWalker()
  const parser = new SAXParser()
  parser.on('startTag', (tag) => walker.open(tag))
  parser.on('endTag', ({ tagName }) => walker.close(tagName))
  parser.on('text', ({ text }) => walker.text(text))
  parser.end(text)
  await finished(parser.resume())
  const blocks = walker.finish()
  const all = [...warnings]
  if (walker.dropped > 0) {
    const message = `${fileName}: ${walker.dropped} hidden or deleted stretches of text were left out.`
    all.push({ code: 'hidden-text', message })
  }
  return { format: 'html', blocks, asides: walker.asides, comments: [], warnings: all, encoding }
}

/** Elements whose content is not text of the document. */
const SILENT = new Set(
  'script style template noscript iframe object svg math select textarea button audio video head'.split(' '),
)
/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tr td th thead tbody tfoot caption blockquote pre section article aside header footer main nav address figure figcaption form fieldset hr body html center details summary title'.split(
    ' ',
  ),
)
const IMPLIED_ENDS: Record<string, string[]> = {
  li: ['p', 'li'],
  dt: ['p', 'dt', 'dd'],
  dd: ['p', 'dt', 'dd'],
  td: ['p', 'td', 'th'],
  th: ['p', 'td', 'th'],
  tr: ['p', 'td', 'th', 'tr'],
}
const VOID = new Set('br hr img input meta link base col area embed source track wbr'.split(' '))
/** An end tag without its start tag closes nothing; only this many open elements are searched for it. */
const SEARCH = 64

interface OpenElement {
  name: string
  bold: boolean
  italic: boolean
  hidden: boolean
}

class HtmlWalker {
  readonly asides: Aside[] = []
  dropped = 0
  readonly #flow = new Flow()
  readonly #runs = new RunCollector()
  readonly #elements: OpenElement[] = []
  #title = ''
  #heading: number | undefined
  #style: string | undefined
  #pre = 0
  #space = false
  #count = 0

  open(tag: StartTag): void {
    const name = tag.tagName
    if (BLOCKS.has(name)) this.#endParagraph()
    this.#endImplied(name)
    if (name === 'br') this.#break()
    if (VOID.has(name)) return
    const element = this.#describe(tag)
    this.#elements.push(element)
    if (element.hidden) return
    if (name === 'pre') this.#pre++
    this.#openTablePart(tag)
    if (BLOCKS.has(name)) {
      this.#heading = /^h[1-6]$/.test(name) ? Number(name[1]) : undefined
      this.#style = styleOf(tag)
    }
  }

  close(name: string): void {
    const from = Math.max(0, this.#elements.length - SEARCH)
    let at = this.#elements.length - 1
    while (at >= from && this.#elements[at]?.name !== name) at--
    if (at < from) return
    if (BLOCKS.has(name)) this.#endParagraph()
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    if (name === 'table') this.#flow.closeTable()
    else if (name === 'tr') this.#flow.table?.closeRow()
    else if (name === 'title') this.#endTitle()
    this.#elements.length = at
  }

  text(text: string): void {
    const element = this.#elements.at(-1)
    if (element?.name === 'title') this.#title += text
    else if (element?.hidden) this.#countDropped(element.name, text)
    else this.#append(text, element)
  }

  finish(): Source['blocks'] {
    this.#endParagraph()
    return this.#flow.finish()
  }

  #describe(tag: StartTag): OpenElement {
    const name = tag.tagName
    const outer = this.#elements.at(-1)
    const css = tag.attrs.find((attr) => attr.name === 'style')?.value.slice(0, 2000) ?? ''
    const weight = /font-weight:\s*(bold|[1-9]00|normal)/i.exec(css)?.[1]
    const slant = /font-style:\s*(italic|oblique|normal)/i.exec(css)?.[1]
    const bold = name === 'b' || name === 'strong' || name === 'th' || /^h[1-6]$/.test(name)
    const italic = name === 'i' || name === 'em' || name === 'cite'
    const hides =
      /display:\s*none|mso-hide:\s*all/i.test(css) || tag.attrs.some((attr) => attr.name === 'hidden')
    return {
      name,
      bold: weight ? /^(?:bold|[6-9]00)$/i.test(weight) : bold || (outer?.bold ?? false),
      italic: slant ? !/normal/i.test(slant) : italic || (outer?.italic ?? false),
      hidden: hides || SILENT.has(name) || name === 'del' || (outer?.hidden ?? false),
    }
  }

  /** Many end tags may be left out: what opens says what it ends. */
  #endImplied(name: string): void {
    const ends = IMPLIED_ENDS[name] ?? (BLOCKS.has(name) && name !== 'title' ? ['p', 'head'] : [])
    for (let top = this.#elements.at(-1); top && ends.includes(top.name); top = this.#elements.at(-1)) {
      this.#elements.pop()
    }
  }

  #openTablePart(tag: StartTag): void {
    const table = this.#flow.table
    if (tag.tagName === 'table') this.#flow.openTable()
    else if (tag.tagName === 'tr') table?.closeRow()
    else if (tag.tagName === 'td' || tag.tagName === 'th') {
      table?.openCell()
      table?.spanColumns(Number(tag.attrs.find((attr) => attr.name === 'colspan')?.value) || 1)
    }
  }

  #append(text: string, element: OpenElement | undefined): void {
    const { bold, italic } = element ?? { bold: false, italic: false }
    if (this.#pre > 0) return this.#runs.append(text, bold, italic)
    const words = text.replaceAll(/[ \t\n\r\f]+/g, ' ')
    const first = words.startsWith(' ')
    const trimmed = words.trim() === '' && !words.includes('\u00a0') ? '' : words.slice(first ? 1 : 0)
    const pending = (this.#space || first) && !this.#runs.isEmpty
    this.#space = pending && trimmed === ''
    if (trimmed === '') return
    const ends = trimmed.endsWith(' ')
    this.#runs.append((pending ? ' ' : '') + (ends ? trimmed.slice(0, -1) : trimmed), bold, italic)
    this.#space = ends
  }

  #break(): void {
    if (this.#elements.at(-1)?.hidden) return
    this.#space = false
    this.#runs.append('\n', false, false)
  }

  #endParagraph(): void {
    this.#space = false
    if (this.#runs.isEmpty) return
    const details = { style: this.#style, heading: this.#heading, at: ++this.#count }
    this.#flow.add(this.#runs.take(details))
  }

  #endTitle(): void {
    const text = this.#title.replaceAll(/\s+/g, ' ').trim()
    if (text !== '') this.asides.push({ where: 'property', text: `Title: ${text}` })
    this.#title = ''
  }

  #countDropped(name: string, text: string): void {
    if (!SILENT.has(name) && text.trim() !== '') this.dropped++
  }
}

/** Class names that authors chose ("Question"); those a word processor made up say nothing. */
function styleOf(tag: StartTag): string | undefined {
  if (tag.tagName === 'dt' || tag.tagName === 'dd') return tag.tagName
  const name = tag.attrs
    .find((attr) => attr.name === 'class')
    ?.value.trim()
    .split(/\s/, 1)[0]
  return name && !/^(?:Mso|c\d|western|[psd]\d)/.test(name) ? name.slice(0, 100) : undefined
}
