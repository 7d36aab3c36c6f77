import { afterEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'

let project: TestProject
afterEach(() => project.close())

const LINES = [
  'I: That sounds absolutely awful and frustrating.',
  'P01: I was so frustrated, nobody ever rang me back. The plumber was lovely though. It was a Tuesday.',
]

async function setUp() {
  project = testProject()
  const document = project.transcript('P01', LINES)
  const { suggestions } = await project.ask('suggest.forDocument', { document })
  return { document, suggestions }
}

describe('suggestions', () => {
  it('are made for what the resident says, never for the interviewer', async () => {
    const { suggestions } = await setUp()
    const interviewerEnds = (LINES[0] ?? '').length - 'I: '.length
    expect(suggestions.length).toBeGreaterThanOrEqual(2)
    expect(suggestions.every((suggestion) => suggestion.start > interviewerEnds)).toBe(true)
    expect(suggestions[0]?.sentiment.label).toBe('negative')
    expect(suggestions[0]?.sentiment.reasons.length).toBeGreaterThan(0)
  })

  it('an accepted one becomes a coding marked as such and is not offered again', async () => {
    const { document, suggestions } = await setUp()
    const [first] = suggestions
    if (!first) throw new Error('no suggestion')
    await project.ask('suggest.accept', {
      document,
      start: first.start,
      end: first.end,
      code: project.code('frustration'),
      intensity: 2,
    })
    const { passages } = await project.ask('codings.inDocument', { document })
    expect(passages[0]?.codings[0]).toMatchObject({ origin: 'suggestion', intensity: 2 })
    const after = await project.ask('suggest.forDocument', { document })
    expect(after.suggestions).toHaveLength(suggestions.length - 1)
  })

  it('a rejected one is remembered, and undo brings it back', async () => {
    const { document, suggestions } = await setUp()
    const [first] = suggestions
    if (!first) throw new Error('no suggestion')
    await project.ask('suggest.reject', { document, start: first.start, end: first.end })
    expect((await project.ask('suggest.forDocument', { document })).suggestions).toHaveLength(
      suggestions.length - 1,
    )
    await project.ask('history.undo', {})
    expect((await project.ask('suggest.forDocument', { document })).suggestions).toHaveLength(
      suggestions.length,
    )
  })

  it('stay hidden while coding first, and appear once the transcript is complete', async () => {
    const { document } = await setUp()
    await project.ask('project.set', { codeFirst: true })
    expect(await project.ask('suggest.forDocument', { document })).toEqual({ hidden: true, suggestions: [] })
    await project.ask('documents.describe', { document, status: 'complete' })
    expect((await project.ask('suggest.forDocument', { document })).suggestions.length).toBeGreaterThan(0)
  })
})
