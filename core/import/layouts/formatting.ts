/** No labels: one side is set in bold, italic or a paragraph style of its own (L06). */
import { asideRow, isTitle } from './headed.ts'
import type { Layout, Reading, Row } from './layout.ts'
import type { Role } from '../model.ts'
import type { Line } from './support/lines.ts'
import { isEvent, isHeading, type Script } from './support/script.ts'

/** Two classes of lines; `first` tells which class a line is in, null when it is in neither. */
interface Split {
  classOf(line: Line): 0 | 1 | null
  names: [string, string]
}

const SPLITS: readonly ((lines: Line[]) => Split | null)[] = [
  () => share((line) => line.bold, ['Bold text', 'Plain text']),
  () => share((line) => line.italic, ['Italic text', 'Plain text']),
  () => share(capitals, ['Text in capitals', 'Plain text']),
  byStyle,
]

function share(of: (line: Line) => number, names: [string, string]): Split {
  return { names, classOf: (line) => (of(line) >= 0.9 ? 0 : of(line) <= 0.2 ? 1 : null) }
}

/** 1 when every cased letter is a capital, 0 when not; a line without case says neither. */
function capitals({ text }: Line): number {
  const upper = text.toUpperCase()
  if (text !== upper) return 0
  return upper === text.toLowerCase() ? 0.5 : 1
}

function byStyle(lines: Line[]): Split | null {
  const uses = new Map<string, number>()
  for (const { style = '' } of lines) uses.set(style, (uses.get(style) ?? 0) + 1)
  const [first, second] = [...uses].toSorted((a, b) => b[1] - a[1]).map(([style]) => style)
  if (first === undefined || second === undefined) return null
  return {
    names: [first || 'Body text', second || 'Body text'],
    classOf: (line) => ((line.style ?? '') === first ? 0 : (line.style ?? '') === second ? 1 : null),
  }
}

interface Found {
  split: Split
  confidence: number
  /** Share of each class's paragraphs that ask something. */
  asks: [number, number]
}

export const formatting: Layout = {
  id: 'formatting',
  name: 'No labels: the interviewer is set in bold, italic or a style',
  detect(script) {
    const found = findSplit(script)
    return found && { confidence: found.confidence, read: () => readSplit(script, found) }
  },
}

function findSplit(script: Script): Found | null {
  const lines = script.content.filter((line) => !line.cell && !line.cue && !isAside(script, line))
  let best: Found | null = null
  for (const make of SPLITS) {
    const split = make(lines)
    const found = split && !isLabelled(script, lines, split) && judge(script, lines, split)
    if (found && found.confidence > (best?.confidence ?? 0)) best = found
  }
  return best
}

const isAside = (script: Script, line: Line) => isEvent(script.text(line)) || line.heading !== undefined

/** Whether one label opens most paragraphs of a class: then labels tell the speakers, not the formatting. */
function isLabelled(script: Script, lines: Line[], split: Split): boolean {
  return [0, 1].some((side) => {
    const own = lines.filter((line) => split.classOf(line) === side)
    const labels = own.flatMap((line) => script.heads(line).find(({ form }) => form === 'L:')?.key ?? [])
    const [first = ''] = labels
    return labels.length >= 3 && labels.length >= 0.6 * own.length && labels.every((key) => key === first)
  })
}

function judge(script: Script, lines: Line[], split: Split): Found | null {
  const sizes: [number, number] = [0, 0]
  const questions: [number, number] = [0, 0]
  let changes = 0
  let last: 0 | 1 | null = null
  for (const line of lines) {
    const side = split.classOf(line)
    if (side === null) continue
    sizes[side]++
    if (/[?？؟]["'”’)\]]*$/.test(script.text(line))) questions[side]++
    if (last !== null && side !== last) changes++
    last = side
  }
  const classed = sizes[0] + sizes[1]
  const smaller = Math.min(...sizes)
  if (classed < 0.8 * lines.length || smaller < 3 || smaller < 0.12 * classed) return null
  const asks: [number, number] = [questions[0] / sizes[0], questions[1] / sizes[1]]
  // Two classes that alternate as talk does change sides about twice for each paragraph of the smaller one.
  const alternation = changes / (2 * smaller)
  const contrast = Math.abs(asks[0] - asks[1])
  // Headings over answers alternate as well; a talk shows in that one side asks.
  if (alternation < 0.5 || contrast < 0.15 || Math.max(...asks) < 0.2) return null
  return { split, asks, confidence: Math.min(0.8, 0.25 + 0.3 * alternation + 0.5 * Math.min(0.5, contrast)) }
}

function readSplit(script: Script, { split, asks }: Found): Reading {
  const asker = asks[0] === asks[1] ? null : asks[0] > asks[1] ? 0 : 1
  const clear = asker !== null && asks[asker] >= 0.3
  const sides = ['Interviewer', 'Participant']
  const names = clear ? (asker === 0 ? sides : sides.toReversed()) : split.names
  const rows: Row[] = []
  let begun = false
  let side: 0 | 1 | null = null
  for (const line of script.lines) {
    if (asideRow(script, line, rows)) continue
    const text = script.text(line)
    const own = line.cell ? null : split.classOf(line)
    const title: boolean = !begun && isTitle(text) && !/[-–—,…]$/.test(text)
    begun ||= !title
    const as = title || isHeading(line, text) ? 'heading' : isEvent(text) ? 'event' : 'speech'
    // A talk begins with a question: what stands before the first one introduces it.
    if (clear && side === null && own !== null && own !== asker) {
      rows.push({
        line: line.index,
        from: line.from,
        to: line.to,
        as: title ? 'heading' : 'note',
        opens: true,
      })
      continue
    }
    const changed = own !== null && own !== side
    if (as === 'speech' && own !== null) side = own
    const opens = as !== 'speech' || changed || rows.at(-1)?.as !== 'speech'
    const speaker = side === null ? null : (names[side] ?? null)
    rows.push({ line: line.index, from: line.from, to: line.to, as, speaker, opens, join: script.join(line) })
  }
  return { rows, roles: roles(names, clear), warnings: [confirm(clear)] }
}

function roles(names: string[], clear: boolean): Map<string, { role: Role; why: string }> {
  if (!clear)
    return new Map(names.map((name) => [name, { role: 'unknown', why: 'told apart by formatting only' }]))
  return new Map([
    [
      'Interviewer',
      { role: 'interviewer', why: 'the formatted or plain paragraphs that ask more questions' },
    ],
    ['Participant', { role: 'participant', why: 'the paragraphs that ask fewer questions' }],
  ])
}

function confirm(clear: boolean) {
  const message = clear
    ? 'The file has no speaker labels. Formatting tells two speakers apart, and the one who asks more was taken for the interviewer. Confirm this in the preview.'
    : 'The file has no speaker labels. Formatting tells two speakers apart, but not who is the interviewer. Name them in the preview.'
  return { code: 'confirm-interviewer', message }
}
