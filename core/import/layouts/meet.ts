/** Google Meet: machine-written notes, then a transcript with a time line every minute or so (L22). */
import { findOpenings, readHeaded } from './headed.ts'
import type { Layout, Row } from './layout.ts'
import { decide } from './support/decide.ts'
import type { Line } from './support/lines.ts'
import type { Script } from './support/script.ts'

const TRANSCRIPT_TITLE = /^(?:📖\s*)?transcript$|\s-\s*transcript$/iu
const END =
  /^(?:transcription|meeting) ended (?:after|at)\b|^this editable transcript was computer generated/i

export const googleMeet: Layout = {
  id: 'google-meet',
  name: 'Google Meet: notes, then a transcript with sparse times',
  detect(script) {
    const start = transcriptStart(script)
    if (start === null) return null
    const inside = (line: Line) => line.index > start && !END.test(script.text(line))
    const decision = decide(
      script,
      findOpenings({ forms: ['L:'], keep: (line) => inside(line) }, script),
      true,
    )
    if (decision.confidence === 0) return null
    return {
      confidence: Math.min(1, decision.confidence + 0.15),
      read() {
        const reading = readHeaded(script, decision, { aside: (text) => END.test(text) })
        return { ...reading, rows: reading.rows.map((row) => notes(row, start, script)) }
      },
    }
  },
}

/** Index of the first time line that names follow, when a transcript title or an end line says what this is. */
function transcriptStart(script: Script): number | null {
  const titled = script.content.some((line) => TRANSCRIPT_TITLE.test(script.text(line)))
  const ended = script.content.some((line) => END.test(script.text(line)))
  if (!titled || !(ended || script.content.some((line) => /gemini/i.test(script.text(line))))) return null
  const found = script.content.findIndex((line, at) => {
    const next = script.content[at + 1]
    const isTime = script.heads(line).some(({ form }) => form === 'T$')
    return isTime && !!next && script.heads(next).some(({ form }) => form === 'L:')
  })
  return found < 0 ? null : (script.content[found]?.index ?? null)
}

/** What stands before the talk was written by a machine, or is its title. */
function notes(row: Row, start: number, script: Script): Row {
  if (row.line > start || row.as === 'metadata') return row
  const line = script.lines[row.line]
  const whole = { line: row.line, from: 0, to: line?.text.length ?? row.to }
  if (row.line === start) return { ...whole, as: 'ignored', why: 'time stamp' }
  return { ...whole, as: 'ignored', why: 'machine-written notes before the transcript' }
}
