/** The common reader of all layouts in which a line opens with its speaker, a time, or both. */
import type { Candidate, Layout, Reading, Row } from './layout.ts'
import { joinBrokenLabels } from './support/broken.ts'
import { type Decision, decide, inOrder } from './support/decide.ts'
import { directionOf } from './support/directions.ts'
import { type Head, type Opening, renamed } from './support/heads.ts'
import type { Line } from './support/lines.ts'
import { endsTalk, isEvent, isHeading, type Script } from './support/script.ts'
import { endStamp } from './support/times.ts'

type Warnings = Reading['warnings'] & {}

interface HeadedSpec {
  id: string
  name: string
  /** Forms of a line's opening that this layout writes; see heads.ts. */
  forms: readonly string[]
  /** Forms that are slips of the pen: believed for labels that also stand in a proper form. */
  slips?: readonly string[]
  /** How much more telling these forms are than others; added to a confidence above 0. */
  bonus?: number
  /** The forms hardly occur by chance: a label used once is believed. */
  trusting?: boolean
  /** Soft line breaks inside a turn part sentences and become spaces. */
  sentences?: boolean
  /** Times are of the clock: the first one is taken for the start of the recording. */
  clock?: boolean
  /** Last word on single openings. */
  keep?(line: Line, head: Head): boolean
  /** Turns the label as written into the speaker it stands for. */
  relabel?(label: string): string
  /** A condition on the whole document, on top of the labels. */
  when?(script: Script, openings: Opening[]): boolean
  /** Lines the program that wrote the file adds: neither talk nor title. */
  aside?(text: string): boolean
  /** Lines about the hearing or the meeting itself. */
  stage?(text: string): boolean
  warn?(labels: string[]): Warnings
}

export function headed(spec: HeadedSpec): Layout {
  return { id: spec.id, name: spec.name, detect: (script) => detect(spec, script) }
}

function detect(spec: HeadedSpec, script: Script): Candidate | null {
  if (script.content[0]?.cue) return null
  const openings = findOpenings(spec, script)
  if (openings.length === 0 || (spec.when && !spec.when(script, openings))) return null
  const absorbed = joinBrokenLabels(script, openings)
  const decision = { ...decide(script, openings, spec.trusting), absorbed }
  if (decision.confidence === 0) return null
  const confidence = Math.min(1, decision.confidence + (spec.bonus ?? 0))
  return { confidence, read: () => readHeaded(script, decision, spec) }
}

type Finds = Pick<HeadedSpec, 'forms' | 'slips' | 'keep' | 'relabel' | 'aside'>

/** The openings of the content that are written in one of the forms. */
export function findOpenings(spec: Finds, script: Script): Opening[] {
  const openings: Opening[] = []
  for (const line of script.content) {
    const heads = script.heads(line)
    if (heads.length === 0) continue
    const proper = headIn(spec.forms, spec, line, heads)
    // A name that heads a section is no forgotten colon.
    const slips = line.heading === undefined ? spec.slips : undefined
    const head = proper ?? (slips && headIn(slips, spec, line, heads))
    if (!head || spec.aside?.(script.text(line))) continue
    const named = head.label !== null && spec.relabel ? renamed(head, spec.relabel(head.label)) : head
    openings.push(proper ? { line, head: named } : { line, head: named, slip: true })
  }
  return openings
}

function headIn(forms: readonly string[], { keep }: Finds, line: Line, heads: Head[]): Head | undefined {
  for (const head of heads) if (forms.includes(head.form) && (keep?.(line, head) ?? true)) return head
  return undefined
}

type Reads = Pick<HeadedSpec, 'sentences' | 'clock' | 'aside' | 'stage' | 'warn'>

/** Gives every line its place: turns where the decision says so, everything else around them. */
export function readHeaded(script: Script, decision: Decision, spec: Reads = {}): Reading {
  const reader = new HeadedReader(script, decision, spec)
  for (const line of script.lines) reader.line(line)
  const labels = new Map<string, string>()
  for (const { head } of decision.openings) if (head.label !== null) labels.set(head.key, head.label)
  return {
    rows: reader.rows,
    possible: decision.possible,
    warnings: spec.warn?.([...labels.values()]) ?? [],
  }
}

class HeadedReader {
  readonly rows: Row[] = []
  readonly #script: Script
  readonly #decision: Decision
  readonly #spec: Reads
  readonly #headOf: (line: Line) => Head | undefined
  #speaker: string | null = null
  #begun = false
  /** Behind an event, text without a label is a turn of its own again, of the same speaker. */
  #broken = true
  /** Behind a heading, text without a label is nobody's. */
  #inSection = false
  /** A time that stands on a line of its own belongs to the turn below it. */
  #startMs: number | undefined
  #zeroMs: number | undefined
  /** The one speaker whose turns are all bold, and the other one, when there are just two. */
  readonly #bold: { label: string; other: string } | null

  constructor(script: Script, decision: Decision, spec: Reads) {
    this.#script = script
    this.#decision = decision
    this.#spec = spec
    this.#headOf = inOrder(decision.openings)
    this.#bold = boldSpeaker(decision)
  }

  line(line: Line): void {
    if (asideRow(this.#script, line, this.rows)) return
    const head = this.#headOf(line)
    if (this.#decision.absorbed?.has(line.index))
      this.rows.push({ line: line.index, from: line.from, to: line.to, as: 'ignored', why: 'speaker label' })
    else if (head) this.#open(line, head)
    else this.#unlabelled(line)
  }

  #open(line: Line, head: Head): void {
    if (head.label !== null) this.#speaker = head.label
    const stamp = endStamp(line.text, head.speech, line.to)
    const direction = directionOf(head)
    this.#begun = true
    this.#broken = false
    this.#inSection = false
    const row: Row = {
      line: line.index,
      from: head.speech,
      to: stamp?.at ?? line.to,
      as: 'speech',
      speaker: this.#speaker,
      opens: true,
      restWhy: head.label === null ? 'time stamp' : 'speaker label',
    }
    const startMs = this.#started(head.startMs)
    const endMs = stamp?.endMs ?? head.endMs
    if (startMs !== undefined) row.startMs = startMs
    if (endMs !== undefined) row.endMs = endMs
    if (direction) this.rows.push({ ...row, ...direction }, { ...row, opens: false, join: ' ' })
    else this.rows.push(row)
  }

  #started(own: number | undefined): number | undefined {
    const startMs = own ?? this.#startMs
    this.#startMs = undefined
    if (startMs === undefined || !this.#spec.clock) return startMs
    this.#zeroMs ??= startMs
    return Math.max(0, startMs - this.#zeroMs)
  }

  /** The speaker whose label was left out before this paragraph, as its formatting tells; else null. */
  #changedFormat(line: Line): string | null {
    if (!this.#bold || !line.first) return null
    const is = line.bold >= 0.9 ? this.#bold.label : line.bold <= 0.05 ? this.#bold.other : null
    return is === this.#speaker ? null : is
  }

  #unlabelled(line: Line): void {
    const text = this.#script.text(line)
    if (this.#spec.aside?.(text)) this.#row(line, 'ignored', 'added by the transcription program')
    else if (this.#isStamp(line)) this.#row(line, 'ignored', 'time stamp')
    else if (this.#runsOn(line, text)) this.#continue(line)
    else if (isHeading(line, text)) {
      this.#inSection = this.#begun
      this.#broken = true
      this.#row(line, 'heading')
    } else if (isEvent(text) || this.#spec.stage?.(text)) {
      this.#broken = true
      this.#inSection ||= endsTalk(text)
      this.#row(line, 'event')
    } else if (NOTE.test(text)) {
      this.#broken = true
      this.#row(line, 'note')
    } else if (!this.#begun) this.#row(line, isTitle(text) ? 'heading' : 'note')
    else if (this.#inSection) this.#row(line, 'note')
    else this.#continue(line)
  }

  #row({ index, from, to }: Line, as: Row['as'], why?: string): void {
    const row: Row = { line: index, from, to, as, opens: as !== 'ignored', restWhy: 'line number' }
    if (why !== undefined) row.why = why
    this.rows.push(row)
  }

  /** A wrapped line that goes on with a sentence is talk, whatever its words. */
  #runsOn(line: Line, text: string): boolean {
    const inTalk = this.#begun && !this.#broken && !this.#inSection
    return inTalk && this.#script.join(line) !== '\n' && /^\p{Ll}/u.test(text)
  }

  /**
   * A time on a line of its own. Between a label and the speech below it, it is that turn's; any other is the
   * next one's.
   */
  #isStamp(line: Line): boolean {
    const stamp = this.#script.heads(line).find(({ form }) => STAMP_ALONE.has(form))
    if (!stamp) return false
    const last = this.rows.at(-1)
    const isEmpty = last?.opens && last.as === 'speech' && last.from >= last.to && last.startMs === undefined
    if (isEmpty && stamp.startMs !== undefined) last.startMs = stamp.startMs
    else this.#startMs = stamp.startMs
    return true
  }

  #continue(line: Line): void {
    const changed = this.#changedFormat(line)
    if (changed !== null) {
      this.#speaker = changed
      this.#broken = true
    }
    const stamp = endStamp(line.text, line.from, line.to)
    const row: Row = {
      line: line.index,
      from: line.from,
      to: stamp?.at ?? line.to,
      as: 'speech',
      speaker: this.#speaker,
      opens: this.#broken,
      join: this.#spec.sentences && !line.first ? ' ' : this.#script.join(line),
      restWhy: 'line number',
    }
    if (stamp) row.endMs = stamp.endMs
    this.rows.push(row)
    this.#broken = false
  }
}

/** What someone noted about the talk, not in it. */
const NOTE =
  /^(?:(?:researcher|interviewer|transcriber|translator|observer|editor|field)(?:[’']?s)? )note\s*[:：]/i

const STAMP_ALONE = new Set(['T$', '[T]$', '(T)$'])

/**
 * With two speakers, one of them all in bold, formatting tells where a label was left out. Returns that
 * speaker and the other one, or null where formatting does not follow the labels.
 */
function boldSpeaker({ openings }: Decision): { label: string; other: string } | null {
  const sides = new Map<string, { turns: number; bold: number }>()
  for (const { line, head } of openings) {
    const { label, speech } = head
    if (label === null || speech >= line.to) continue
    const side = sides.get(label) ?? { turns: 0, bold: 0 }
    side.turns++
    if (line.bold >= 0.9) side.bold++
    sides.set(label, side)
  }
  const [first, second] = [...sides].toSorted((a, b) => b[1].bold / b[1].turns - a[1].bold / a[1].turns)
  if (!first || !second || sides.size > 2 || first[1].turns < 3 || second[1].turns < 3) return null
  const follows = first[1].bold >= 0.9 * first[1].turns && second[1].bold <= 0.05 * second[1].turns
  return follows ? { label: first[0], other: second[0] } : null
}

/** A short line before the talk that is no sentence. */
export function isTitle(text: string): boolean {
  return text.length <= 140 && !/[.?!]$/.test(text)
}

/** Rows for lines that are no talk in any layout. True when the line was one of them. */
export function asideRow(script: Script, line: Line, rows: Row[]): boolean {
  const marked = script.front.marked.get(line.index)
  const why = line.furniture ?? marked
  if (!why) return false
  rows.push({ line: line.index, from: 0, to: line.text.length, as: marked ? 'metadata' : 'ignored', why })
  return true
}
