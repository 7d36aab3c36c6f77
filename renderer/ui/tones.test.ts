import { describe, expect, it } from 'vitest'
import { paletteOf, tone } from './tones.ts'

const code = (over: object) => ({ family: 'theme', order: 0, valence: null, weight: null, ...over }) as const

describe('the colour of a code', () => {
  it('varies in lightness inside a family and never runs out of steps', () => {
    const steps = Array.from(
      { length: 9 },
      (_, order) => tone(code({ family: 'touchpoint', order }))['data-step'],
    )
    expect(steps).toEqual(['0', '1', '2', '3', '0', '1', '2', '3', '0'])
  })

  it('is the one chosen from its family, and never one from outside it', () => {
    const third = paletteOf('theme')[2] ?? ''
    expect(tone(code({ order: 0, colour: third.toUpperCase() }))['data-step']).toBe('2')
    expect(tone(code({ order: 1, colour: '#ff0000' }))['data-step']).toBe('1')
    expect(paletteOf('emotion')).toEqual([])
  })

  it('runs from cool for relief through grey for neutral to warm for frustration', () => {
    const emotion = (valence: string, weight: number) =>
      tone(code({ family: 'emotion', valence, weight }))['data-step']
    expect(emotion('pos', 0)).toBe('cool-2')
    expect(emotion('neutral', 0)).toBe('grey')
    expect(emotion('either', 0)).toBe('grey')
    expect(emotion('neg', 0)).toBe('warm-1')
    expect(emotion('neg', 500)).toBe('warm-2')
    expect(emotion('neg', 750)).toBe('warm-3')
    expect(emotion('neg', 1000)).toBe('warm-4')
  })
})
