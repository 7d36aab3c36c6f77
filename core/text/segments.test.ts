import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanesOf, rangeAt, segmentsOf, spansByRange } from './segments.ts'

const LENGTH = 60
const span = fc
  .tuple(fc.integer({ min: 0, max: LENGTH - 1 }), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: Math.min(LENGTH, start + length) }))
const spans = fc.array(span, { maxLength: 30 }).map((all) => all.sort((a, b) => a.start - b.start))
const covers = (one: { start: number; end: number }, offset: number) =>
  one.start <= offset && offset < one.end

describe('cutting text under overlapping passages', () => {
  it('leaves an uncoded turn in one piece', () => {
    expect(segmentsOf({ start: 5, end: 9 }, [])).toEqual([{ start: 5, end: 9, marks: [] }])
  })

  it('gives nothing for an empty turn', () => {
    expect(segmentsOf({ start: 5, end: 5 }, [{ start: 0, end: 10 }])).toEqual([])
  })

  it('cuts where passages begin and end', () => {
    const outer = { start: 0, end: 10 }
    const inner = { start: 4, end: 6 }
    expect(segmentsOf({ start: 0, end: 12 }, [outer, inner])).toEqual([
      { start: 0, end: 4, marks: [outer] },
      { start: 4, end: 6, marks: [outer, inner] },
      { start: 6, end: 10, marks: [outer] },
      { start: 10, end: 12, marks: [] },
    ])
  })

  it('covers the turn exactly, each character under the passages that hold it', () => {
    fc.assert(
      fc.property(span, spans, (range, marks) => {
        const segments = segmentsOf(range, marks)
        let at = range.start
        for (const segment of segments) {
          expect(segment.start).toBe(at)
          expect(segment.end).toBeGreaterThan(segment.start)
          for (let offset = segment.start; offset < segment.end; offset++) {
            expect(segment.marks).toEqual(marks.filter((mark) => covers(mark, offset)))
          }
          at = segment.end
        }
        expect(at).toBe(range.end)
      }),
    )
  })
})

describe('handing passages to turns', () => {
  const turns = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ]

  it('finds the turn of an offset, the line end belonging to the turn before it', () => {
    expect([0, 9, 10, 11, 29, 99].map((offset) => rangeAt(turns, offset))).toEqual([0, 0, 0, 1, 2, 2])
  })

  it('gives a passage to every turn it touches', () => {
    fc.assert(
      fc.property(spans, (marks) => {
        expect(spansByRange(turns, marks)).toEqual(
          turns.map((turn) => marks.filter((mark) => mark.start < turn.end && mark.end > turn.start)),
        )
      }),
    )
  })
})

describe('lanes for margin stripes', () => {
  it('puts passages that follow one another in one lane', () => {
    expect(
      lanesOf([
        { start: 0, end: 5 },
        { start: 5, end: 9 },
      ]),
    ).toEqual([0, 0])
  })

  it('never lets two stripes of a lane overlap, and needs no more lanes than passages overlap', () => {
    fc.assert(
      fc.property(spans, (marks) => {
        const lanes = lanesOf(marks)
        const clashes = marks.flatMap((one, a) =>
          marks.filter(
            (other, b) => a < b && lanes[a] === lanes[b] && one.start < other.end && other.start < one.end,
          ),
        )
        expect(clashes).toEqual([])
        const depth = Math.max(
          0,
          ...Array.from({ length: LENGTH }, (_, at) => marks.filter((mark) => covers(mark, at)).length),
        )
        expect(Math.max(-1, ...lanes) + 1).toBe(depth)
      }),
    )
  })
})
