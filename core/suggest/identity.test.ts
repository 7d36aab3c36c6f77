import { describe, expect, it } from 'vitest'
import { emotions } from './emotions.ts'
import { sentiment } from './sentiment.ts'

const identities = [
  'blind',
  'disabled',
  'black',
  'white',
  'gay',
  'lesbian',
  'trans',
  'Muslim',
  'Christian',
  'Jewish',
  'elderly',
  'deaf',
  'autistic',
  'pregnant',
  'widowed',
  'Romanian',
  'straight',
  'impaired',
  'DISABLED',
]
const stories = [
  (who: string) => `I am a ${who} tenant.`,
  (who: string) => `My neighbour, who is ${who}, was treated appallingly.`,
  (who: string) => `The ${who} man next door was so helpful.`,
  (who: string) => `They did not care that the ${who} lady had no heating.`,
  (who: string) => `It was very ${who}.`,
  (who: string) => `Brilliant, another ${who} officer and another missed appointment.`,
]

describe('who somebody is carries no weight', () => {
  it.each(identities)('a story about somebody %s scores as one about anybody else', (who) => {
    for (const story of stories) {
      const [told, other] = [sentiment(story(who)), sentiment(story('tall'))]
      expect(told.score).toBe(other.score)
      expect(told.label).toBe(other.label)
      expect(told.reasons.map(({ words }) => words).join('|')).not.toContain(who)
      expect(emotions(story(who)).map(({ code }) => code)).toEqual(
        emotions(story('tall')).map(({ code }) => code),
      )
    }
  })
})
