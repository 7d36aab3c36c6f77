/** A document under examination: its lines and everything layouts ask about them, worked out once. */
import type { Source } from '../../model.ts'
import { readChat } from './chat.ts'
import { readFactTable, readFront, readRoster } from './front.ts'
import { markFurniture } from './furniture.ts'
import { type Head, headReader } from './heads.ts'
import type { Front } from './legend.ts'
import { type Cut, cut, type Line } from './lines.ts'
import { wrapping } from './wrap.ts'

export interface Script {
  source: Source
  cut: Cut
  lines: Line[]
  /** Lines that can be talk: no furniture, no front page, no legend. */
  content: Line[]
  front: Front
  /** How the line opens, every way it can be read. */
  heads(line: Line): Head[]
  /** What stands between a line and the one before it when both belong to one turn. */
  join(line: Line): '\n' | ' ' | ''
  wrapped: boolean
  text(line: Line): string
}

const CAN_WRAP = new Set<Source['format']>(['txt', 'md', 'pdf', 'html'])

export function examine(source: Source): Script {
  const whole = cut(source)
  const { lines } = whole
  markFurniture(lines, source.format)
  const front = readFront(lines)
  readChat(lines, front)
  markTables(source, lines, front)
  const { wrapped, join } = wrapping(lines, CAN_WRAP.has(source.format))
  const heads: (Head[] | undefined)[] = []
  const readHeads = headReader()
  return {
    source,
    cut: whole,
    lines,
    content: lines.filter((line) => !line.furniture && !front.marked.has(line.index)),
    front,
    join,
    wrapped,
    heads: (line) => (heads[line.index] ??= readHeads(line)),
    text: (line) => line.text.slice(line.from, line.to),
  }
}

/** Tables of facts and tables of participants are not talk. */
function markTables(source: Source, lines: Line[], front: Front): void {
  source.blocks.forEach((block, index) => {
    if (block.kind !== 'table') return
    const rows = block.rows.map((row) =>
      row.map((cell) =>
        cell
          .map(({ text }) => text)
          .join(' ')
          .trim(),
      ),
    )
    if (rows.length > 80 || !(readFactTable(rows, front) || readRoster(rows, front))) return
    for (const line of lines) if (line.block === index) front.marked.set(line.index, 'front page')
  })
}

/** Lines in runs that no layout claims are told apart by these. */
const EVENT_WORDS =
  /^(?:interruption|interrupted|pause|long pause|silence|laughter|laughs|crosstalk|cross ?talk|recording (?:stopped|stops|paused|resumes?|resumed|ends?|ended|starts?|started|begins?)|(?:start|end|beginning) of (?:the )?(?:recording|interview|transcript|audio|tape|side [ab]|part \d+)|(?:tape|audio|interview|recording|transcript|session) (?:ends?|ended|begins?|starts?|paused|stopped|finishes)|break|phone rings|inaudible|end|ends)\.?$/i
const BRACKETED = /^(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>|（[^（）]*）|【[^【】]*】|\*[^*]+\*)[.…]?$/
const PROCEEDINGS =
  /^(?=.{3,80}$)(?=.*\p{Lu}{4})(?:[\p{Lu}\p{N}\s.,:;'’&()–/-])*\b(?:ADJOURN\w*|RESUMES?|RESUMED|PROCEEDINGS|HEARING|RECESS|SESSION|SIDE [AB])\b(?:[\p{Lu}\p{N}\s.,:;'’&()–/-])*$/u
const SECTION =
  /^(?:part|section|teil|partie|parte|deel|del|rhan|chapter|session|side|tape|file|box|picture|photo|image|task|topic|theme|stage|block)\s+(?:[\divx]{1,4}|[a-z]|one|two|three|four|five|six)(?:$|[:.]$|\s*[-–—:(,.]|\s+of\s+\d).{0,60}$/i

/** A line that tells of something heard or done, not said (G5). */
export function isEvent(text: string): boolean {
  if (text.length > 120) return false
  return (
    EVENT_WORDS.test(text) ||
    (!/[a-z]/.test(text) && PROCEEDINGS.test(text)) ||
    (BRACKETED.test(text) && !/^\[(?:\d|\p{L}{1,4}\d+\])/u.test(text))
  )
}

/** An event behind which no one speaks any more, unless a label says so. */
export function endsTalk(text: string): boolean {
  return /^\W*(?:end of (?:the )?(?:interview|transcript|recording|audio|session)|(?:interview|transcript|recording|audio) (?:ends|ended))\W*$/i.test(
    text,
  )
}

/** A line that heads a section: marked so in the source, or worded so. */
export function isHeading(line: Line, text: string): boolean {
  if (line.heading !== undefined || /^(?:title|subtitle|heading)/i.test(line.style ?? ''))
    return text.length <= 200
  return text.length <= 80 && SECTION.test(text)
}
