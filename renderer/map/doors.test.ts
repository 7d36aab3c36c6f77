import { describe, expect, it } from 'vitest'
import type { TwoWayRow } from '../../core/contract/mapping.ts'
import { codesOf } from '../evidence/use-codes.ts'
import { openedBy } from './doors.ts'
import { lanesFor } from './lanes.ts'
import { readMap, writeMap } from './settings.ts'

const RESIDENTS: NonNullable<TwoWayRow['residents']> = {
  P: 12,
  E: 7,
  F: 5,
  reach: 7 / 12,
  prevalence: 5 / 7,
  positive: 4,
  negative: 5,
  sentiment: -1 / 7,
  emotions: [
    { code: 'frustration', name: 'Frustration', people: 5 },
    { code: 'relief', name: 'Relief', people: 2 },
  ],
  layers: [{ code: 'layer.ideal_journey', name: 'Ideal journey', people: 1 }],
  channels: [],
  expectation: 0,
  reality: 0,
  expectationAndReality: 0,
  momentOfTruth: 0,
  handOffs: 0,
  breaksOff: 0,
}

const row = (more: Partial<TwoWayRow> = {}): TwoWayRow => ({
  id: 'CMP4.2',
  name: 'Updates while waiting',
  journey: 'Complaint',
  stage: 'Investigation',
  side: 'resident',
  clock: null,
  paired: [],
  alignment: 'aligned',
  sentence: '7 of the 12 residents spoke of it.',
  residents: RESIDENTS,
  colleagues: {
    sessions: 2,
    speakers: 6,
    passages: 11,
    positive: 0,
    negative: 4,
    emotions: [],
    layers: [{ code: 'layer.barrier', name: 'Barrier', people: 3 }],
    channels: [],
    handOffs: 0,
  },
  metrics: [],
  target: null,
  ...more,
})

const route = { room: 'map', path: [], query: {} } as const
const codes = codesOf([])
const opening = (rows: TwoWayRow[]) => ({ rows, view: readMap(route), codes })

describe('a cell of the map', () => {
  it('opens what was clicked in it first, and the rest beside it', () => {
    const opened = openedBy({ row: 'CMP4.2', lane: 'felt', item: 'relief' }, opening([row()]))
    expect(opened?.doors.map(({ label }) => label)).toEqual(['Relief 2', 'Frustration 5'])
    expect(opened?.doors[0]?.door).toMatchObject({ kind: 'figure', row: 'CMP4.2', column: 'relief', of: 'F' })
  })

  it('counts residents above the spine and colleagues below it', () => {
    const roleOf = (lane: string) => {
      const door = openedBy({ row: 'CMP4.2', lane }, opening([row()]))?.doors[0]?.door
      return door?.kind === 'figure' ? door.settings.scope.role : null
    }
    expect([roleOf('felt'), roleOf('barriers')]).toEqual(['resident', 'colleague'])
  })

  it('opens what colleagues said at the paired touchpoint together with it', () => {
    const paired = row({ paired: [{ id: 'CMP4.5', name: 'Finding the records' }] })
    const opened = openedBy({ row: 'CMP4.2', lane: 'barriers' }, opening([paired]))
    expect(opened?.doors).toHaveLength(1)
    expect(opened?.doors[0]?.door).toMatchObject({
      kind: 'query',
      query: { roles: ['colleague'], below: false },
    })
  })

  it('of the target opens what people wish for there', () => {
    const opened = openedBy({ row: 'CMP4.2', lane: 'target' }, opening([row()]))
    expect(opened?.doors.map(({ label }) => label)).toEqual([
      'Wanted instead',
      'Ideal journey',
      'Colleagues’ ideas',
    ])
  })

  it('opens nothing when the touchpoint is no longer there', () => {
    expect(openedBy({ row: 'CMP9.9', lane: 'felt' }, opening([row()]))).toBeNull()
  })
})

describe('the lanes', () => {
  it('leave out what nobody said, and the mostly empty ones until asked for', () => {
    const heard = row({ residents: { ...RESIDENTS, expectation: 2 } })
    const ids = (every: boolean) => lanesFor([heard], { every, isSealed: false }).map(({ id }) => id)
    expect(ids(false)).not.toContain('reality')
    expect(ids(true)).toContain('reality')
    expect(ids(true)).not.toContain('clock')
  })

  it('are the colleagues’ alone while residents are sealed', () => {
    const sealed = row({ residents: null, alignment: null })
    const halves = lanesFor([sealed], { every: true, isSealed: true }).map(({ half }) => half)
    expect(new Set(halves)).toEqual(new Set(['colleagues']))
  })

  it('have one for targets to be written in while there are none yet', () => {
    expect(lanesFor([row()], { every: false, isSealed: false }).at(-1)?.id).toBe('target')
  })
})

it('a link to a map comes back as it was written', () => {
  const view = {
    side: 'both',
    journey: 'REP',
    frustration: 'family',
    complete: true,
    all: true,
    everyLane: true,
    open: { row: 'REP3.1', lane: 'felt', item: 'anger' },
  } as const
  expect(readMap({ ...route, query: writeMap(view) })).toEqual(view)
})
