/** All turns run on in one paragraph: "I: … R: … I: …". */
import { asideRow } from './headed.ts'
import type { Layout, Row } from './layout.ts'
import { isLabel, labelKey, strength } from './support/labels.ts'
import type { Line } from './support/lines.ts'
import type { Script } from './support/script.ts'

/** A label behind the end of a sentence, or at the start. */
const INLINE =
  /(^|[.?!…"”’)\]—–-]\s+)(?:>>\s?)?(\p{Lu}[\p{L}\p{M}\p{N}_]{0,14}(?: (?:\p{Lu}[\p{L}\p{M}]{0,14}|\d{1,2}))?)\s?[:：]\s+/gu

interface Hit {
  line: Line
  label: string
  /** Offsets of the label and of the speech behind it. */
  at: number
  speech: number
}

export const inlineTurns: Layout = {
  id: 'inline',
  name: 'All turns in one paragraph, labels inside the text',
  detect(script) {
    if (script.content[0]?.cue) return null
    const hits = believed(script.content.flatMap((line) => find(line)))
    const lines = new Set(hits.map(({ line }) => line.index)).size
    const changes = hits.filter(
      (hit, at) => at > 0 && labelKey(hit.label) !== labelKey(hits[at - 1]?.label ?? ''),
    ).length
    const several = hits.length >= 1.5 * lines && lines >= 0.5 * script.content.length
    if (hits.length < 6 || !several || changes < 0.6 * (hits.length - 1)) return null
    return { confidence: 0.85, read: () => ({ rows: read(script, hits) }) }
  },
}

function find(line: Line): Hit[] {
  return [...line.text.matchAll(INLINE)]
    .map((match) => {
      const label = match[2] ?? ''
      const at = match.index + (match[1]?.length ?? 0)
      return { line, label, at, speech: match.index + match[0].length }
    })
    .filter(({ label }) => isLabel(label) && strength(label) >= 0.8)
}

/** Labels that recur at least three times, when there are two or more of them; role words and codes also once. */
function believed(hits: Hit[]): Hit[] {
  const uses = new Map<string, number>()
  for (const { label } of hits) uses.set(labelKey(label), (uses.get(labelKey(label)) ?? 0) + 1)
  const kept = hits.filter(({ label }) => (uses.get(labelKey(label)) ?? 0) >= 3)
  const known = new Set(kept.map(({ label }) => labelKey(label)))
  return known.size >= 2
    ? hits.filter(({ label }) => known.has(labelKey(label)) || strength(label) === 1)
    : []
}

function read(script: Script, hits: Hit[]): Row[] {
  const byLine = Map.groupBy(hits, ({ line }) => line.index)
  const rows: Row[] = []
  let speaker: string | null = null
  for (const line of script.lines) {
    if (asideRow(script, line, rows)) continue
    const here = byLine.get(line.index) ?? []
    const first = here[0]?.at ?? line.to
    if (first > line.from) {
      const opens = rows.at(-1)?.as !== 'speech'
      rows.push({ line: line.index, from: line.from, to: first, as: 'speech', speaker, opens, join: '\n' })
    }
    here.forEach((hit, index) => {
      speaker = hit.label
      const to = here[index + 1]?.at ?? line.to
      rows.push({
        line: line.index,
        from: hit.speech,
        to,
        as: 'speech',
        speaker,
        opens: true,
        restWhy: 'speaker label',
      })
    })
  }
  return rows
}
