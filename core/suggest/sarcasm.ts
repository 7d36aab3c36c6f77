/** "Brilliant, another missed appointment": a glad opening that the rest of the sentence gives the lie. */
import { rating } from './lexicon.ts'
import { phrasebook } from './phrasebook.ts'
import type { Word } from './words.ts'

const openings = phrasebook([
  [
    true,
    `brilliant | great | lovely | fantastic | wonderful | marvellous | excellent | perfect | superb
    | super | charming | great/good/nice/lovely/cracking/brilliant job | delightful | terrific
    | nice one | well done | nice work | thanks a lot/bunch | thanks very much | cheers | good | joy
    | lucky me | how nice/lovely | just what i/we/you need/needed/wanted | i/we just/really love
    | i/we love`,
  ],
])
const badEvents = phrasebook([
  [
    true,
    `another … missed/cancelled/wasted/late/letter/leak/no-show/excuse/delay/appointment/form/week/month/complaint
    | missed/cancelled appointment/appointments | no show | nobody/none … came/turned/rang/knows/answers
    | no one … came/turned/rang/knows/answers | never … came/turned/rang/showed/happened
    | didn't … come/turn/ring | still no/not/waiting/broken/leaking/nothing
    | no heating/water/answer/reply/electric/hot | cut … off | on hold | cancelled again
    | broken/broke/leaking/flooded/late/wrong again | closed … without | back to square one
    | waiting/waited/wait … all day/morning/afternoon/week | being ignored/fobbed
    | sat/sitting in the cold`,
  ],
])
const lead = new Set('oh ah yeah well so and ooh just'.split(' '))
const turns = new Set('but although though despite except until when if because'.split(' '))

/**
 * Words `[from, to)` of a glad opening that is followed, in the same sentence, by a bad event and nothing
 * else that is good. "Brilliant, he came even though they had cancelled" is meant as said.
 */
export function sarcasticOpening(words: readonly Word[]): { from: number; to: number } | undefined {
  const first = words.findIndex(({ text }) => !lead.has(text))
  const opening = openings.find(words.slice(0, first + 6)).find(({ from }) => from === first)
  if (!opening) return undefined
  const { from, to } = opening
  const rest = words.slice(to)
  const loves = words[to - 1]?.text === 'love'
  const apart = words[to - 1]?.paused === true || rest[0]?.text === 'another' || rest[0]?.text === 'yet'
  if (!(loves || apart) || rest.some(({ text }) => turns.has(text))) return undefined
  if (rest.some((word) => !word.quiet && rating(word.text) > 1)) return undefined
  return badEvents.find(rest).length > 0 ? { from, to } : undefined
}
