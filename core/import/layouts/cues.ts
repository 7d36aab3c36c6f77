/** Subtitles: voices or names inside the cue, or no speakers at all (L17, L18, L20, L21). */
import { asideRow, isTitle } from './headed.ts'
import type { Candidate, Layout, Reading, Row } from './layout.ts'
import { type Decision, decide, inOrder } from './support/decide.ts'
import { wordRole } from './support/labels.ts'
import type { Head, Opening } from './support/heads.ts'
import type { Line } from './support/lines.ts'
import { isEvent, type Script } from './support/script.ts'

type Times = { startMs?: number; endMs?: number }
/** The times of the cue that a line begins. */
type TimeOf = (line: Line) => Times | undefined

/** Another voice without a name: a dialogue dash or a caption chevron. */
const UNNAMED = /^(?:[-–—]\s*(?=\p{L})|>>\s*)/u
const FORMS = new Set(['L:', '[L]', '[L]:'])

function cueLines(script: Script): Line[] {
  return script.content.filter((line) => line.cue)
}

export const voices: Layout = {
  id: 'voices',
  name: 'Subtitles with a voice on each cue (Teams, Stream)',
  detect(script) {
    const cues = cueLines(script)
    const voiced = cues.filter((line) => line.cue?.voice).length
    if (cues.length < 0.8 * script.content.length || voiced < 0.3 * cues.length || voiced === 0) return null
    return { confidence: 0.8 + (0.2 * voiced) / cues.length, read: () => ({ rows: readVoices(script) }) }
  },
}

function readVoices(script: Script): Row[] {
  const rows: Row[] = []
  for (const line of script.lines) {
    if (asideRow(script, line, rows)) continue
    const text = script.text(line)
    const speaker = line.cue?.voice || null
    const as = speaker === null && isEvent(text) ? 'event' : 'speech'
    const { index, from, to, first: opens } = line
    const row: Row = { line: index, from, to, as, speaker, opens, join: ' ' }
    if (line.cue) addTimes(row, line.cue)
    rows.push(row)
  }
  return rows
}

/** Cues without voices: names as prefixes where they recur, otherwise nobody. */
export const cues: Layout = {
  id: 'cues',
  name: 'Subtitles with names in the text, or without speakers',
  detect(script) {
    const found = cueLines(script)
    if (
      found.length === 0 ||
      found.length < 0.8 * script.content.length ||
      found.some((line) => line.cue?.voice)
    )
      return null
    return detectCues(script, ({ first, cue }) => (first ? cue : undefined), found)
  },
}

/** Times in a text file that is no subtitle file: on lines of their own, or before the words (L21). */
export const writtenCues: Layout = {
  id: 'written-cues',
  name: 'Times on lines of their own or before the words, names or none',
  detect(script) {
    if (script.content[0]?.cue) return null
    const times = new Map<number, Times>()
    const talk: Line[] = []
    let pending: Times | null = null
    let stamps = 0
    let spans = 0
    for (const line of script.content) {
      const stamp = stampOf(script, line)
      if (stamp) stamps++
      if (stamp?.endMs !== undefined) spans++
      if (stamp) pending = stamp
      if (stamp?.form.endsWith('$')) continue
      if (stamps > 0) {
        talk.push(line)
        if (pending) times.set(line.index, pending)
        pending = null
      }
    }
    const share = stamps / Math.max(1, script.content.length)
    if (stamps < 3 || share < (spans > 0.5 * stamps ? 0.25 : 0.4)) return null
    return detectCues(script, ({ index }) => times.get(index), talk)
  },
}

/** The reading of a line as a time stamp, alone or with nothing but words behind it. */
function stampOf(script: Script, line: Line): Head | undefined {
  return line.cue
    ? undefined
    : script.heads(line).find(({ label, startMs }) => label === null && startMs !== undefined)
}

function addTimes(to: Times, { startMs, endMs }: Times): void {
  if (startMs !== undefined) to.startMs = startMs
  if (endMs !== undefined) to.endMs = endMs
}

function detectCues(script: Script, timeOf: TimeOf, talk: Line[]): Candidate {
  const beside = talk.flatMap((line) => opening(script, line, ({ form }) => FORMS.has(form)))
  // Names above what is said come in most cues or in none: a first line that is short comes in any film.
  const above = talk.flatMap((line) => (isFirstOfMore(script, line) ? opening(script, line, isAlone) : []))
  const openings = above.length >= Math.max(beside.length, 0.3 * talk.length) ? above : beside
  const decision = decide(script, openings)
  const named = decision.confidence >= 0.35
  return {
    confidence: named ? Math.max(0.7, decision.confidence) : 0.6,
    read: () => readCues(script, timeOf, named ? decision : null),
  }
}

const isNote = (label: string | null) =>
  label !== null && /^note-? ?taker$|^transcriber$|^observer$/i.test(label)

const isAlone = ({ form }: Head) => form === 'L$'

/** Whether a line is the first of a cue that has more. */
function isFirstOfMore(script: Script, line: Line): boolean {
  return line.first && !!line.cue && script.lines[line.index + 1]?.block === line.block
}

function opening(script: Script, line: Line, fits: (head: Head) => boolean): Opening[] {
  const head = script.heads(line).find(fits)
  return head && !isNote(head.label) ? [{ line, head }] : []
}

function readCues(script: Script, timeOf: TimeOf, decision: Decision | null): Reading {
  const reader = new CueReader(script, timeOf, decision?.openings ?? [])
  for (const line of script.lines) reader.line(line)
  return { rows: reader.rows, ...(decision && { possible: decision.possible }), undecided: !decision }
}

class CueReader {
  readonly rows: Row[] = []
  readonly #script: Script
  readonly #timeOf: TimeOf
  readonly #headOf: (line: Line) => Head | undefined
  #speaker: string | null = null
  #begun = false

  constructor(script: Script, timeOf: TimeOf, openings: Opening[]) {
    this.#script = script
    this.#timeOf = timeOf
    this.#headOf = inOrder(openings)
  }

  line(line: Line): void {
    if (asideRow(this.#script, line, this.rows)) return
    const time = this.#timeOf(line)
    const { index, from, to } = line
    const row: Row = { line: index, from, to, as: 'note', opens: true }
    const stamp = stampOf(this.#script, line)
    if (stamp?.form.endsWith('$')) [row.as, row.why] = ['ignored', 'time stamp']
    else if (!this.#begun && !time) row.as = isTitle(this.#script.text(line)) ? 'heading' : 'note'
    else if (!this.#isNote(line)) {
      if (time) addTimes(row, time)
      if (isEvent(this.#script.text(line))) row.as = 'event'
      else this.#speech(line, row, stamp)
    }
    this.rows.push(row)
    this.#begun ||= !!time
  }

  #isNote(line: Line): boolean {
    const heads = this.#script.heads(line)
    return heads.some(({ form, label }) => form === 'L:' && isNote(label) && wordRole(label ?? '') !== null)
  }

  #speech(line: Line, row: Row, stamp: Head | undefined): void {
    const head = this.#headOf(line)
    const unnamed = !head && UNNAMED.test(this.#script.text(line))
    if (head) this.#speaker = head.label
    else if (unnamed) this.#speaker = null
    row.as = 'speech'
    row.from = head?.speech ?? stamp?.speech ?? line.from
    row.speaker = this.#speaker
    row.opens = !!head || unnamed || this.#timeOf(line) !== undefined || this.rows.at(-1)?.as !== 'speech'
    row.join = ' '
    row.restWhy = head ? 'speaker label' : 'time stamp'
  }
}
