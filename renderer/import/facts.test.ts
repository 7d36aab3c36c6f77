import { describe, expect, it } from 'vitest'
import type { Attribute } from '../../core/contract/participants.ts'
import { choices, preview, speaker } from './example.ts'
import { settle } from './facts.ts'

const tenure: Attribute = {
  id: 'tenure',
  name: 'Tenure',
  type: 'enum',
  values: ['Council tenant', 'Leaseholder'],
  sensitivity: 'A',
  appliesTo: 'resident',
  order: 1,
}
const chosen = (key: string, value: string, about = preview()) =>
  settle(about, choices(), [tenure], { key, value })

describe('a fact the file states twice', () => {
  it('becomes the date when it is one', () => {
    expect(chosen('date', '2026-03-14')).toEqual({ facts: { date: '2026-03-14' }, date: '2026-03-14' })
    expect(chosen('date', 'in spring')).toEqual({ facts: { date: 'in spring' } })
  })

  it('names the one participant of the file', () => {
    expect(chosen('interview_id', 'H-09').speakers).toEqual({ P07: { participant: 'H-09' } })
  })

  it('names nobody when there are several', () => {
    const two = preview({ speakers: [speaker('A'), speaker('B')] })
    expect(chosen('participant', 'H-09', two)).toEqual({ facts: { participant: 'H-09' } })
  })

  it('becomes an attribute in the study’s own words, and never in words it does not know', () => {
    expect(chosen('tenure', 'council TENANT').attributes).toEqual({ tenure: 'Council tenant' })
    expect(chosen('tenure', 'owns half')).toEqual({ facts: { tenure: 'owns half' } })
  })
})
