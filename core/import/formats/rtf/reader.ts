/** Gives RTF tokens their meaning: formatting, destinations, characters, paragraphs. */
import iconv from 'iconv-lite'
import type { Aside, SourceComment } from '../../model.ts'
import { linesOf } from '../flow.ts'
import { listLabel } from '../list-label.ts'
import { noteMark } from '../notes.ts'
import { codePageOfNumber } from './code-pages.ts'
import { Sink } from './sink.ts'
import { CHARACTERS, DESTINATIONS, STARRED, type Destination, type GroupState } from './state.ts'
import { FontTable, StyleSheet } from './tables.ts'
import type { RtfHandler } from './tokens.ts'

interface Group {
  state: GroupState
  /** The sink this group opened, to be handed on when it closes. */
  sink?: Sink
}

/** Destinations whose text is collected apart from the body. */
const APART = new Set<Destination>([
  'note',
  'header',
  'footer',
  'textbox',
  'comment',
  'property',
  'author',
  'label',
])

export class RtfReader implements RtfHandler {
  readonly asides: Aside[] = []
  readonly comments: SourceComment[] = []
  readonly notes: string[] = []
  readonly counts = { deleted: 0, inserted: 0, hidden: 0 }
  readonly #fonts = new FontTable()
  readonly #styles = new StyleSheet()
  readonly #groups: Group[] = []
  readonly #body = new Sink(this.#styles)
  readonly #sinks: Sink[] = []
  #sink = this.#body
  #state: GroupState = plainState('windows-1252')
  #codePage = 'windows-1252'
  #defaultFont: number | undefined
  #bytes = ''
  #fallbackLeft = 0
  #author = ''
  #property = ''
  #waiting: { author: string; text: string }[] = []

  /** The blocks of the body, once every token has been given. */
  finish() {
    this.#flush()
    while (this.#groups.length > 0) this.closeGroup()
    if (!this.#body.runs.isEmpty) this.#endParagraph()
    return this.#body.finish()
  }

  openGroup(): void {
    this.#flush()
    this.#fallbackLeft = 0
    this.#groups.push({ state: this.#state })
    this.#state = { ...this.#state }
    if (this.#state.destination === 'styles') this.#styles.openGroup()
  }

  closeGroup(): void {
    this.#flush()
    this.#fallbackLeft = 0
    const group = this.#groups.pop()
    if (!group) return
    const { destination } = this.#state
    this.#state = group.state
    if (!group.sink) return
    this.#sink = this.#sinks.pop() ?? this.#body
    this.#deliver(destination, linesOf(group.sink.finish()))
  }

  byte(value: number): void {
    if (this.#fallbackLeft > 0) this.#fallbackLeft--
    else this.#bytes += String.fromCharCode(value)
  }

  text(text: string): void {
    const skipped = Math.min(this.#fallbackLeft, text.length)
    this.#fallbackLeft -= skipped
    if (this.#state.destination !== 'skip') this.#bytes += skipped === 0 ? text : text.slice(skipped)
  }

  control(word: string, value: number | undefined, starred: boolean): void {
    if (this.#fallbackLeft > 0) {
      this.#fallbackLeft--
      return
    }
    if (word === 'u') return this.#unicode(value ?? 0)
    this.#flush()
    const destination = DESTINATIONS[word]
    if (destination !== undefined && (!starred || STARRED.has(word))) this.#enter(destination, word)
    else if (starred && !STARRED.has(word)) this.#state.destination = 'skip'
    else if (this.#state.destination === 'fonts') this.#fonts.control(word, value ?? 0)
    else if (this.#state.destination === 'styles') this.#styles.control(word, value ?? 0)
    else if (CHARACTERS[word] !== undefined) this.#append(CHARACTERS[word])
    else if (!this.#formatText(word, value)) this.#formatParagraph(word, value)
  }

  #enter(destination: Destination, word: string): void {
    // What is skipped stays skipped, apart from the Unicode twin of a skipped text.
    if (this.#state.destination === 'skip' && word !== 'ud') return
    if (destination === 'property' && this.#state.destination !== 'info') return
    if (destination === 'note') this.#append(noteMark(this.notes.length + 1))
    this.#state.destination = destination
    const group = this.#groups.at(-1)
    if (!APART.has(destination) || !group || group.sink) return
    this.#property = word
    group.sink = new Sink(this.#styles)
    this.#sinks.push(this.#sink)
    this.#sink = group.sink
  }

  /** A group with text of its own has closed: puts the text where it belongs. */
  #deliver(destination: Destination, text: string): void {
    if (destination === 'note') this.notes.push(text)
    else if (destination === 'label') this.#sink.label = listLabel(text)
    else if (destination === 'author') this.#author = text
    else if (destination === 'comment') this.#waiting.push({ author: this.#author, text })
    else if (text === '') return
    else if (destination === 'property') {
      this.asides.push({ where: 'property', text: `${PROPERTY_NAMES[this.#property] ?? 'Title'}: ${text}` })
    } else if (destination === 'header' || destination === 'footer' || destination === 'textbox') {
      const known = this.asides.some((aside) => aside.where === destination && aside.text === text)
      if (!known) this.asides.push({ where: destination, text })
    }
  }

  #formatText(word: string, value: number | undefined): boolean {
    const state = this.#state
    const on = value !== 0
    switch (word) {
      case 'b':
        state.bold = on
        return true
      case 'i':
        state.italic = on
        return true
      case 'v':
        state.hidden = on
        return true
      case 'deleted':
        state.deleted = on
        return true
      case 'revised':
        state.inserted = on
        if (on) this.counts.inserted++
        return true
      case 'plain':
        Object.assign(state, { bold: false, italic: false, hidden: false, deleted: false, inserted: false })
        state.codePage = this.#pageOf(this.#defaultFont)
        return true
      case 'f':
        state.codePage = this.#pageOf(value)
        return true
      case 'uc':
        state.fallback = Math.max(0, value ?? 1)
        return true
      default:
        return this.#setCodePage(word, value)
    }
  }

  #setCodePage(word: string, value: number | undefined): boolean {
    const page =
      word === 'ansicpg'
        ? codePageOfNumber(value ?? 1252)
        : { mac: 'macintosh', pc: 'cp437', pca: 'cp850' }[word]
    if (word === 'deff') this.#defaultFont = value
    if (page === undefined || !iconv.encodingExists(page)) return false
    this.#codePage = page
    this.#state.codePage = page
    return true
  }

  #formatParagraph(word: string, value: number | undefined): void {
    const { format } = this.#sink
    switch (word) {
      case 'par':
      case 'sect':
      case '\n':
      case '\r':
        if (this.#shows) this.#endParagraph()
        break
      case 'pard':
        this.#sink.resetFormat()
        break
      case 's':
        format.style = value
        break
      case 'outlinelevel':
        if (value !== undefined && value < 6) format.heading = value + 1
        break
      case 'rtlpar':
        format.rtl = true
        break
      case 'intbl':
        format.inTable = true
        break
      case 'itap':
        format.depth = Math.max(1, value ?? 1)
        format.inTable = value !== 0
        break
      default:
        this.#endTablePart(word)
    }
  }

  #endTablePart(word: string): void {
    if (word === 'cell') this.#sink.endCell()
    else if (word === 'row') this.#sink.endRow()
    else if (word === 'nestcell') this.#sink.endInnerCell()
    else if (word === 'nestrow') this.#sink.endInnerRow()
  }

  get #shows(): boolean {
    const { destination } = this.#state
    return destination === 'body' || APART.has(destination)
  }

  #pageOf(font: number | undefined): string {
    return (font === undefined ? undefined : this.#fonts.codePage(font)) ?? this.#codePage
  }

  #unicode(value: number): void {
    this.#flush()
    this.#append(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.#fallbackLeft = this.#state.fallback
  }

  #flush(): void {
    if (this.#bytes === '') return
    const bytes = this.#bytes
    this.#bytes = ''
    if (this.#state.destination === 'styles') this.#styles.text(bytes)
    else
      this.#append(
        /[\u0080-\u00ff]/.test(bytes)
          ? iconv.decode(Buffer.from(bytes, 'latin1'), this.#state.codePage)
          : bytes,
      )
  }

  #append(text: string): void {
    const { bold, italic, hidden, deleted } = this.#state
    if (!this.#shows) return
    if (deleted) this.counts.deleted++
    else if (hidden) this.counts.hidden++
    else this.#sink.runs.append(text, bold, italic)
  }

  #endParagraph(): void {
    const block = this.#sink.blockIndex
    const paragraph = this.#sink.endParagraph()
    if (this.#sink !== this.#body || this.#waiting.length === 0) return
    for (const comment of this.#waiting) this.comments.push({ ...comment, quote: paragraph.text, block })
    this.#waiting = []
  }
}

const PROPERTY_NAMES: Record<string, string> = {
  title: 'Title',
  subject: 'Subject',
  author: 'Author',
  keywords: 'Keywords',
  doccomm: 'Description',
}

function plainState(codePage: string): GroupState {
  return {
    destination: 'body',
    bold: false,
    italic: false,
    hidden: false,
    deleted: false,
    inserted: false,
    codePage,
    fallback: 1,
  }
}
