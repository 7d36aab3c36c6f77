/** Proposes which labels may be one person. Proposals only: the researcher decides (G7). */
import type { AliasProposal, ParsedSpeaker, ParsedTurn } from '../../model.ts'
import { isNear } from './decide.ts'
import { isInitialsOf, labelKey, wordRole } from './labels.ts'

const plainKey = (label: string) =>
  labelKey(label)
    .replace(/[.\s_()’'-]+/g, ' ')
    .trim()

/** Zero for the letter O, one for l: slips of typing and of text recognition. */
const unslipped = (label: string) => plainKey(label).replace(/0/g, 'o').replace(/[1|]/g, 'l')

const TITLE = /^(?:mr|mrs|ms|miss|dr|sir|lord|lady)\b/

/** Why two labels may be one, or null. `from` is the rarer one. */
function reason(from: string, to: string): string | null {
  if (wordRole(from) && wordRole(to) && wordRole(from) !== wordRole(to)) return null
  const [a, b] = [plainKey(from), plainKey(to)]
  const [titleA, titleB] = [TITLE.exec(a)?.[0], TITLE.exec(b)?.[0]]
  if (titleA && titleB && titleA !== titleB) return null
  if (a === b) return 'same but for capitals and punctuation'
  if (unslipped(from) === unslipped(to)) return 'same but for 0 and O, or 1 and l'
  if (/\d/.test(a) && /\d/.test(b) && a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return null
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const inner = /\(([^()]+)\)/.exec(a.length >= b.length ? from : to)?.[1]
  if (inner && plainKey(inner) === short) return 'given in brackets behind the other'
  if (long.startsWith(`${short} `) || long.endsWith(` ${short}`)) return 'part of the other'
  if (short.length >= 3 && long.startsWith(short)) return 'short for the other'
  const whole = a.length <= b.length ? to : from
  if (isInitialsOf(short, whole)) return 'initials of the other'
  if (short.length === 1 && !/\s/.test(long) && long.startsWith(short)) return 'first letter of the other'
  if (short.length >= 5 && isNear(short, long)) return 'one letter different'
  return null
}

/** At most one proposal for each label, towards the label used most. */
export function proposeAliases(speakers: ParsedSpeaker[], turns: ParsedTurn[]): AliasProposal[] {
  if (speakers.length > 200) return []
  const uses = speakers.map(() => 0)
  for (const { speaker } of turns) if (speaker !== null) uses[speaker] = (uses[speaker] ?? 0) + 1
  const order = speakers.map((_, index) => index).toSorted((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0))
  const proposals: AliasProposal[] = []
  order.forEach((index, place) => {
    const from = speakers[index]?.label ?? ''
    for (const other of order.slice(0, place)) {
      const to = speakers[other]?.label ?? ''
      const why = reason(from, to)
      if (!why) continue
      proposals.push({ from, to, why })
      return
    }
  })
  return proposals
}
