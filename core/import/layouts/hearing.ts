/** Hearings: names in capitals, and Q. and A. for counsel and witness (L27). */
import { findOpenings, isTitle, readHeaded } from './headed.ts'
import type { Layout, Reading } from './layout.ts'
import type { Role } from '../model.ts'
import { decide } from './support/decide.ts'
import { joinBrokenLabels } from './support/broken.ts'
import { type Opening, renamed } from './support/heads.ts'
import type { Script } from './support/script.ts'

const COUNSEL =
  /^\(?(?:(?:further |additional |continued )?(?:questions|questioned|examination|examination-in-chief|cross-examination|re-examination|examined|cross-examined)(?: in chief)?(?: \(?continued\)?)?(?: (?:from|of [^)]*))? by|by(?= (?:mr|mrs|ms|miss|dr)\b)) (\p{Lu}[\p{L}\p{M} .'’-]{2,50}?)(?:, [KQS]C)?(?: \(?continued\)?)?\)?:?$/iu
const WITNESS =
  /^(\p{Lu}[\p{L}\p{M} .'’-]{3,60}?),? \(?(?:affirmed|sworn|re-?sworn|recalled|called|continued|already sworn|on affirmation|on oath)(?:[ ,][^)]{0,30})?\)?$/iu
const TITLED = /^(MR|MRS|MS|MISS|DR|SIR|DAME|LORD|LADY|PROF|PROFESSOR|REV|ADV|MX)\.? .*?([\p{Lu}'’-]{2,})$/u

/** Who asks by office, not by name. */
const OFFICE = /^(?:lead |senior |junior )?counsel\b/i

/** Who asks and who answers from a line on. */
interface Oath {
  from: number
  counsel: string | null
  witness: string | null
}

export const hearing: Layout = {
  id: 'hearing',
  name: 'Hearing: names in capitals, Q. and A. for counsel and witness',
  detect(script) {
    const answers = findOpenings(
      { forms: ['L.', 'L:', 'L\t', 'L  '], keep: (_, { label }) => /^[QA]$/.test(label ?? '') },
      script,
    )
    const named = findOpenings({ forms: ['L:'], keep: (_, { label }) => !/^[QA]$/.test(label ?? '') }, script)
    const labels = new Map(named.map(({ head: { label } }) => [bare(label ?? ''), label ?? '']))
    const oaths = findOaths(script, labels)
    nameOffices(oaths, named, labels)
    if (answers.length < 2 || oaths.length === 0) return null
    const openings = [...named, ...resolve(answers, oaths)].toSorted((a, b) => a.line.index - b.line.index)
    const absorbed = joinBrokenLabels(script, openings)
    const decision = { ...decide(script, openings), absorbed }
    return {
      confidence: Math.min(1, decision.confidence + 0.15),
      read: () => withRoles(readHeaded(script, decision, { stage: isOath }), oaths),
    }
  },
}

/** Oaths and changes of counsel, in order; each keeps what the ones before said. `labels`: how names are spelt. */
function findOaths(script: Script, labels: Map<string, string>): Oath[] {
  const oaths: Oath[] = []
  const called = (name: string) => labels.get(bare(addressed(name))) ?? addressed(name)
  let counsel: string | null = null
  let witness: string | null = null
  for (const line of script.content) {
    const text = script.text(line)
    if (text.length > 90 || !isTitle(text)) continue
    const asks = COUNSEL.exec(text)?.[1]
    const sworn = asks ? null : WITNESS.exec(text)?.[1]
    if (!asks && !sworn) continue
    if (asks) counsel = called(asks)
    if (sworn) [witness, counsel] = [called(sworn), null]
    oaths.push({ from: line.index, counsel, witness })
  }
  return oaths
}

/** `Questions by COUNSEL TO THE INQUIRY`: an office is whoever speaks first by name behind that line. */
function nameOffices(oaths: Oath[], named: Opening[], labels: Map<string, string>): void {
  oaths.forEach((oath, at) => {
    if (oath.counsel === null || labels.has(bare(oath.counsel)) || !OFFICE.test(oath.counsel)) return
    const until = oaths[at + 1]?.from ?? Infinity
    const first = named.find(({ line }) => line.index > oath.from && line.index < until)
    if (first?.head.label) oath.counsel = first.head.label
  })
}

/** A line that says who is sworn or who asks from here on. */
const isOath = (text: string) =>
  text.length <= 90 && isTitle(text) && (COUNSEL.test(text) || WITNESS.test(text))

/** A name as it is compared: `MR. SMITH` and `MR SMITH` are one. */
const bare = (label: string) => label.toUpperCase().replace(/\./g, '')

/** Title and surname in capitals, as the other labels of a hearing are written. */
function addressed(name: string): string {
  const capitals = name.trim().toUpperCase()
  const match = TITLED.exec(capitals)
  return match ? `${match[1]} ${match[2]}` : capitals
}

/** Puts names for Q and A where the oaths give them. */
function resolve(answers: Opening[], oaths: Oath[]): Opening[] {
  let at = -1
  return answers.map(({ line, head }) => {
    while ((oaths[at + 1]?.from ?? Infinity) < line.index) at++
    const name = head.label === 'Q' ? oaths[at]?.counsel : oaths[at]?.witness
    return { line, head: name ? renamed(head, name) : head }
  })
}

function withRoles(reading: Reading, oaths: Oath[]): Reading {
  const roles = new Map<string, { role: Role; why: string }>()
  for (const { counsel, witness } of oaths) {
    if (counsel) roles.set(counsel, { role: 'interviewer', why: 'named as asking the questions' })
    if (witness) roles.set(witness, { role: 'participant', why: 'sworn in as witness' })
  }
  return { ...reading, roles }
}
