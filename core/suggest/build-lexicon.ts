/**
 * Packs the VADER word ratings into lexicon.json: `node core/suggest/build-lexicon.ts vader_lexicon.txt`.
 *
 * The source has one rated token per line: token, mean rating (−4..4), standard deviation, the ten ratings.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

const word = /^[a-z]{2,}(?:'[a-z]+)?$/
const face = /^(?=.*[:;=<])[^\sa-z0-9]{2,5}$|^[:;=]-?[dop]$/i

/** Tokens grouped under their rating in tenths, so that each rating is written once. */
function pack(source: string): Record<string, string> {
  const groups = new Map<number, string[]>()
  for (const line of source.split('\n')) {
    const [token = '', rating = ''] = line.split('\t')
    const tenths = Math.round(Number(rating) * 10)
    if (!(word.test(token) || face.test(token)) || !tenths) continue
    const group = groups.get(tenths)
    if (group) group.push(token)
    else groups.set(tenths, [token])
  }
  const rated = [...groups].sort(([a], [b]) => a - b)
  return Object.fromEntries(rated.map(([tenths, tokens]) => [(tenths / 10).toFixed(1), tokens.join(' ')]))
}

const [path] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('Give the path of vader_lexicon.txt.\n')
  process.exitCode = 2
} else {
  const source = readFileSync(path, 'utf8')
  const sha256 = createHash('sha256').update(source).digest('hex')
  const lexicon = { source: 'VADER, C. J. Hutto, MIT; see NOTICE.md', sha256, ratings: pack(source) }
  writeFileSync(new URL('lexicon.json', import.meta.url), `${JSON.stringify(lexicon, null, 2)}\n`)
}
