/** Only one side is labelled; the paragraphs without a label are the other side's (L07). */
import { asideRow, findOpenings, isTitle } from './headed.ts'
import type { Layout, Reading, Row } from './layout.ts'
import type { Opening } from './support/heads.ts'
import { labelKey, strength, wordRole } from './support/labels.ts'
import type { Line } from './support/lines.ts'
import { isEvent, isHeading, type Script } from './support/script.ts'

const FORMS = ['L:', 'L\t', '[L]', 'L.', 'L -', '*L*']

interface Found {
  /** The label that is always written. */
  labelled: string
  /** The other side: its label where it is written once or twice, else a name for its role. */
  other: string
  /** Whether the labelled side asks: then a talk begins with a label. */
  asks: boolean
  openings: Map<number, Opening>
}

export const oneSided: Layout = {
  id: 'one-sided',
  name: 'Only one speaker is labelled, the other paragraphs are the other speaker',
  detect(script) {
    if (script.content[0]?.cue) return null
    const openings = findOpenings({ forms: FORMS }, script)
    const found = judge(script, openings)
    return found && { confidence: found.confidence, read: () => read(script, found) }
  },
}

function judge(script: Script, openings: Opening[]): (Found & { confidence: number }) | null {
  const groups = Map.groupBy(openings, ({ head }) => head.key)
  const ranked = [...groups.values()].toSorted((a, b) => b.length - a.length)
  const [main = []] = ranked
  const second = (ranked[1] ?? []).filter(({ line }) => line.index > (main[0]?.line.index ?? 0))
  const label = main[0]?.head.label
  if (!label || main.length < 3 || strength(label) < 1 || second.length > Math.max(1, 0.15 * main.length))
    return null
  const starts = new Set(main.map(({ line }) => line.index))
  const followed = main.filter(({ line }) => {
    const next = nextTalk(script, line)
    return next !== undefined && !starts.has(next.index)
  }).length
  if (isMarked(main, script)) return null
  const units = script.content.filter(
    (line) => script.join(line) === '\n' && !isEvent(script.text(line)),
  ).length
  const share = main.length / Math.max(1, units)
  const asked = askers(script, main)
  if (followed < 0.75 * (main.length - 1) || share < 0.12 || share > 0.75 || asked === null) return null
  const other = second[0]?.head.label
  const known = other && strength(other) === 1 ? other : null
  const name = asked === 'labelled' ? 'Participant' : 'Interviewer'
  return {
    labelled: label,
    asks: asked === 'labelled',
    other: known ?? (labelKey(label) === labelKey(name) ? 'Unlabelled speaker' : name),
    openings: new Map([...main, ...(known ? second : [])].map((each) => [each.line.index, each])),
    confidence: Math.min(0.85, 0.35 + 0.3 * (followed / main.length) + 0.4 * Math.min(0.5, share)),
  }
}

/** `Leona (PS29K)`: a mark in brackets that opens a good part of the other paragraphs is a label not understood. */
const MARK = /^.{1,30}?[([][^()[\]]{1,20}[)\]]/u

function isMarked(main: Opening[], script: Script): boolean {
  const uses = new Map<string, number>()
  for (const { line } of main) {
    const mark = MARK.exec(nextTalk(script, line)?.text ?? '')?.[0]
    if (mark !== undefined) uses.set(mark, (uses.get(mark) ?? 0) + 1)
  }
  return Math.max(0, ...uses.values()) >= Math.max(3, 0.3 * main.length)
}

/**
 * Which side asks: the labelled one, the other, or nobody. One person's notes under a recurring label are
 * not a talk, so null where neither words nor questions tell.
 */
function askers(script: Script, main: Opening[]): 'labelled' | 'other' | null {
  const label = main[0]?.head.label ?? ''
  const role = wordRole(label) ?? script.front.named.get(labelKey(label))?.role
  if (role === 'interviewer') return 'labelled'
  if (role === 'participant') return 'other'
  const asks = (text: string) => /[?？؟]/.test(text)
  const own = main.filter(({ line, head }) => asks(line.text.slice(head.speech))).length
  const others = main.filter(({ line }) => asks(nextTalk(script, line)?.text ?? '')).length
  if (Math.max(own, others) < 0.3 * main.length) return null
  return own >= others ? 'labelled' : 'other'
}

function nextTalk(script: Script, line: Line): Line | undefined {
  for (let at = line.index + 1; at < script.lines.length && at < line.index + 8; at++) {
    const next = script.lines[at]
    if (!next || next.furniture || script.front.marked.has(at)) continue
    if (script.join(next) === '\n' && !isEvent(script.text(next))) return next
  }
  return undefined
}

function read(script: Script, { labelled, other, asks, openings }: Found): Reading {
  const rows: Row[] = []
  let speaker: string | null = null
  let last: Line | undefined
  for (const line of script.lines) {
    if (asideRow(script, line, rows)) continue
    const opening = openings.get(line.index)
    const text = script.text(line)
    const row = {
      line: line.index,
      from: opening?.head.speech ?? line.from,
      to: line.to,
      join: script.join(line),
    }
    if (opening) {
      speaker = opening.head.key === labelKey(labelled) ? labelled : other
      rows.push({ ...row, as: 'speech', speaker, opens: true, restWhy: 'speaker label' })
    } else if (isHeading(line, text)) rows.push({ ...row, as: 'heading', opens: true })
    else if (isEvent(text)) rows.push({ ...row, as: 'event', opens: true })
    else if (speaker === null && (asks || isTitle(text)))
      rows.push({ ...row, as: isTitle(text) ? 'heading' : 'note', opens: true })
    else {
      const answers: boolean = speaker === null || (speaker === labelled && !goesOn(script, last, line))
      if (answers) speaker = other
      rows.push({ ...row, as: 'speech', speaker, opens: answers || rows.at(-1)?.as !== 'speech' })
    }
    if (!isEvent(text)) last = line
  }
  return { rows, warnings: [confirm(labelled, other)] }
}

/** A paragraph without a label still belongs to the labelled side when it is wrapped or formatted like it. */
function goesOn(script: Script, last: Line | undefined, line: Line): boolean {
  if (script.join(line) !== '\n' || !line.first) return true
  return !!last && last.bold >= 0.9 && line.bold >= 0.9
}

function confirm(labelled: string, other: string) {
  const message = `Only “${labelled}” is labelled in this file; the paragraphs between were given to “${other}”. Confirm this in the preview.`
  return { code: 'confirm-unlabelled-side', message }
}
