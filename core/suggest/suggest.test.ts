import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { suggestForTurns, suggestLines } from './suggest.ts'

const transcript =
  'Was it awful for you, terribly awful?\nIt was awful. They rang on Monday.\nDreadful, I agree.\nI was livid.'
const turns = transcript.split('\n').map((line, index) => {
  const start = transcript.indexOf(line)
  return {
    start,
    end: start + line.length,
    role: ['interviewer', 'participant', 'interviewer', 'participant'][index] ?? '',
  }
})

describe('suggestions for a transcript', () => {
  it('come from participants only, sentence by sentence, where there is something to say', () => {
    const found = suggestForTurns(transcript, turns)
    expect(found.map(({ start, end }) => transcript.slice(start, end))).toEqual([
      'It was awful.',
      'I was livid.',
    ])
  })

  it('leave everybody out whose role is not known', () => {
    expect(
      suggestForTurns(
        transcript,
        turns.map((turn) => ({ ...turn, role: 'unknown' })),
      ),
    ).toEqual([])
  })

  it('carry reasons with offsets into the transcript', () => {
    for (const { sentiment, emotions } of suggestForTurns(transcript, turns)) {
      for (const { start, end, words } of [
        ...sentiment.reasons,
        ...emotions.flatMap(({ reasons }) => reasons),
      ])
        expect(transcript.slice(start, end)).toBe(words)
    }
  })

  it('answer every line of a file, empty ones too', () => {
    const [awful, empty] = suggestLines(['It was awful.', ''])
    expect(awful?.sentiment.label).toBe('negative')
    expect(empty).toEqual({
      sentiment: { score: 0, level: 'none', label: 'neutral', reasons: [] },
      emotions: [],
    })
  })
})

describe('what the suggestions load', () => {
  it("never natural's index, a database driver or dotenv", () => {
    const program = `
      import { registerHooks } from 'node:module'
      const loaded = []
      registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
      await import('./suggest.ts')
      await import('./codes.ts')
      process.stdout.write(JSON.stringify(loaded))`
    const here = fileURLToPath(new URL('.', import.meta.url))
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: here,
      encoding: 'utf8',
    })
    const loaded: string[] = JSON.parse(output)
    expect(loaded.some((url) => url.endsWith('/sentiment/SentimentAnalyzer.js'))).toBe(true)
    const unwanted =
      /natural\/lib\/natural\/index\.js|node_modules\/(?:dotenv|pg|mongoose|redis|memjs|mongodb)\//
    expect(loaded.filter((url) => unwanted.test(url))).toEqual([])
  })
})
