/** Full-text search over ten million words: the first hundred hits. */
import { largeProject } from './large.ts'
import { median, report, timed } from './measure.ts'

const words = Number(process.argv[2] ?? 10_000_000)
const project = largeProject(words, 0)
const rows = []
for (const [what, query] of [
  ['one word', 'damp'],
  ['a phrase', '"another week with"'],
  ['the beginning of a word', 'heat*'],
] as const) {
  const taken = median(await timed(5, () => project.ask('search.text', { text: query, limit: 100 })))
  rows.push({
    what: `${words.toLocaleString('en-GB')} words: first 100 hits for ${what}`,
    value: taken,
    unit: 'ms',
    most: 100,
  })
}
project.close()
process.exitCode = report('Search', rows) ? 0 : 1
