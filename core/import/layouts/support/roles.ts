/** Guesses roles from what labels say, what the document states and who asks; never from order (G7). */
import type { ParsedSpeaker, ParsedTurn, Role } from '../../model.ts'
import { labelKey, wordRole } from './labels.ts'
import type { Front } from './legend.ts'

type Stated = Map<string, { role: Role; why: string }>

/** A turn that asks something. */
const QUESTION = /[?？؟;](?=["'”’)\]]*\s*$)|[?？؟]/

/** A program that tells voices apart but not whose they are numbers them: what each asks says more than the label. */
const VOICE = /^(?:speaker|sprecher(?:in)?|locuteur|voice|person) ?#?\d+$/i

export function guessRoles(
  labels: string[],
  turns: ParsedTurn[],
  text: string,
  front: Front,
  stated: Stated = new Map(),
): ParsedSpeaker[] {
  const speakers = labels.map((label): ParsedSpeaker => {
    const known = stated.get(label)
    const named = front.named.get(labelKey(label))
    const word = VOICE.test(label) ? null : wordRole(label)
    if (known) return { label, ...known }
    if (named?.role) return { label, role: named.role, why: named.why }
    if (word) return { label, role: word, why: 'the label says so' }
    return { label, role: 'unknown', why: 'nothing in the file says' }
  })
  fromBrackets(speakers)
  fromPair(speakers)
  fromQuestions(speakers, turns, text)
  return speakers
}

/** `Interviewer (I)` at first, `I` afterwards: the short label has the role of the one that explains it. */
function fromBrackets(speakers: ParsedSpeaker[]): void {
  for (const speaker of speakers) {
    const whole = speakers.find(({ label }) => label.endsWith(`(${speaker.label})`))
    if (speaker.role === 'unknown' && whole && whole.role !== 'unknown')
      Object.assign(speaker, { role: whole.role, why: `stands in brackets behind ${whole.label}` })
  }
}

/** I beside R, P, B or E: the initials that transcribers use for the two roles. */
function fromPair(speakers: ParsedSpeaker[]): void {
  const asker = speakers.find(({ label, role }) => label === 'I' && role === 'unknown')
  const others = speakers.filter(({ label }) => /^[RPBE]\d*$/.test(label))
  if (!asker || others.length === 0 || others.length !== speakers.length - 1) return
  Object.assign(asker, { role: 'interviewer', why: 'I is short for interviewer' })
  for (const other of others)
    if (other.role === 'unknown')
      Object.assign(other, { role: 'participant', why: 'stands beside I for the interviewer' })
}

/** The one speaker of unknown role who asks far more than the others is taken for the interviewer. */
function fromQuestions(speakers: ParsedSpeaker[], turns: ParsedTurn[], text: string): void {
  if (speakers.every(({ role }) => role !== 'unknown')) return
  const counts = speakers.map(() => ({ turns: 0, questions: 0 }))
  for (const { kind, speaker, start, end } of turns) {
    const count = speaker === null || kind !== 'speech' ? undefined : counts[speaker]
    if (!count) continue
    count.turns++
    if (QUESTION.test(text.slice(start, end))) count.questions++
  }
  const rate = (index: number) => (counts[index]?.questions ?? 0) / Math.max(1, counts[index]?.turns ?? 0)
  const unknown = speakers.flatMap(({ role }, index) => (role === 'unknown' ? [index] : []))
  if (speakers.some(({ role }) => role === 'interviewer')) {
    const asks = Math.max(
      ...speakers.map((_, index) => (speakers[index]?.role === 'interviewer' ? rate(index) : 0)),
    )
    for (const index of unknown) become(speakers[index], rate(index), asks)
    return
  }
  const ranked = unknown.toSorted((a, b) => rate(b) - rate(a))
  const [first, second] = ranked
  if (first === undefined || rate(first) < 0.3 || (counts[first]?.turns ?? 0) < 2) return
  if (second !== undefined && rate(first) < 2 * rate(second)) return
  const asker = speakers[first]
  if (asker) Object.assign(asker, { role: 'interviewer', why: 'asks most of the questions' })
  for (const index of ranked.slice(1)) become(speakers[index], rate(index), rate(first))
}

/** Someone who asks much less than the interviewer answers. */
function become(speaker: ParsedSpeaker | undefined, rate: number, asks: number): void {
  if (speaker && rate < 0.7 * asks)
    Object.assign(speaker, { role: 'participant', why: 'answers more than asks' })
}
