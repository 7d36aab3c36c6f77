import { describe, expect, it } from 'vitest'
import type { TouchpointSummary } from '../../core/contract/analysis.ts'
import { openedBy } from './doors.ts'
import { linkTo, readSummary } from './settings.ts'

const summary: TouchpointSummary = {
  touchpoint: {
    code: 'CMP4.2',
    name: 'Updates while waiting',
    journey: 'Complaint',
    stage: 'Investigation',
    definition: '',
    clock: null,
    side: null,
  },
  n: { P: 12, E: 7, F: 5, passages: 26, sentence: '7 of the 12 residents spoke of this.' },
  emotions: [
    {
      code: 'anger',
      name: 'Anger',
      valence: 'neg',
      participants: 1,
      interval: null,
      passages: 2,
      intensity: null,
    },
  ],
  intensity: [1, 0, 4],
  why: [{ code: 'why.delay', name: 'Delay', participants: 3, passages: 4 }],
  wanted: [],
  colleagues: { sessions: 0, speakers: 0, sealed: false, passages: [] },
  layers: [],
  quotes: { seed: 1, chosen: [], counterExample: '' },
  confidence: { documents: 12, complete: 11, coders: 1, agreement: '', warnings: [] },
  text: [{ sentence: '5 of the 7 residents were frustrated by it.', passages: [4, 9] }],
}
const view = readSummary({ room: 'touchpoints', path: ['CMP4.2'], query: { role: 'any', journeys: 'REP' } })
const open = (name: string) => openedBy(name, summary, view, 'touchpoint')

describe('a number of the summary', () => {
  it('opens the passages of an emotion or a reason, whatever journeys the list shows', () => {
    const [emotion] = open('emotion:anger')?.doors ?? []
    const [reason] = open('why:why.delay')?.doors ?? []
    expect(emotion?.door).toMatchObject({ row: 'CMP4.2', column: 'anger', of: 'F' })
    expect(reason?.door).toMatchObject({ row: 'CMP4.2', column: 'why.delay', of: 'E' })
    expect(emotion?.door.kind === 'figure' && emotion.door.settings.scope).toMatchObject({ role: 'any' })
    expect(emotion?.door.kind === 'figure' && emotion.door.settings.scope.journeys).toBeUndefined()
  })

  it('opens the passages that carry a sentence', () => {
    expect(open('text:0')?.doors[0]?.door).toEqual({ kind: 'passages', passages: [4, 9] })
  })

  it('says one person, and people', () => {
    expect([open('emotion:anger')?.words, open('why:why.delay')?.words]).toEqual(['1 person', '3 people'])
  })

  it('opens nothing that the summary no longer says', () => {
    for (const name of ['text:7', 'emotion:joy', 'layer:x', 'weather', '']) expect(open(name)).toBeNull()
  })
})

it('a sentence is a link that Back leaves again', () => {
  expect(linkTo(view, 'text:0')).toBe('#/touchpoints/CMP4.2?open=text%3A0&role=any&journeys=REP')
})
