/** No speakers (L34): paragraphs, headings and notes as they stand. Nothing is invented. */
import { asideRow } from './headed.ts'
import type { Layout, Reading, Row } from './layout.ts'
import { isEvent, isHeading, type Script } from './support/script.ts'

export const plain: Layout = {
  id: 'plain',
  name: 'Plain paragraphs, no speakers',
  detect: (script) => ({ confidence: 0, read: () => readPlain(script) }),
}

function readPlain(script: Script): Reading {
  const rows: Row[] = []
  for (const line of script.lines) {
    if (asideRow(script, line, rows)) continue
    const text = script.text(line)
    const as = isHeading(line, text) ? 'heading' : isEvent(text) ? 'event' : 'speech'
    const join = script.join(line)
    rows.push({
      line: line.index,
      from: line.from,
      to: line.to,
      as,
      speaker: null,
      opens: as !== 'speech' || rows.at(-1)?.as !== 'speech' || (line.first && join === '\n'),
      join,
      restWhy: 'line number',
    })
  }
  return { rows, undecided: true }
}
