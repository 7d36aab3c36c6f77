/** WebVTT, as the W3C describes it (https://www.w3.org/TR/webvtt1/), read leniently. */
import { empty } from '../errors.ts'
import type { Aside, Cue, Source } from '../model.ts'
import { readCueText } from './cue-text.ts'
import { checkTimes, cutCues, parseTiming, type RawCue, type Stray } from './cues.ts'
import type { DecodedText } from './decode.ts'
import { splitLines } from './lines.ts'

export function readVtt({ text, encoding, warnings }: DecodedText, fileName: string): Source {
  const lines = splitLines(text)
  const bodyAt = headerEnd(lines)
  const { cues: raw, strays } = cutCues(lines, bodyAt)
  const blocks = speak(raw)
  if (blocks.length === 0) throw empty(fileName)
  const asides = [...headerAsides(lines.slice(0, bodyAt)), ...strays.flatMap(strayAsides)]
  const all = [...warnings, ...checkTimes(blocks, fileName)]
  if (strays.some(isStyling)) {
    const message = `${fileName} holds caption styling (STYLE or REGION). It says how captions look and was left out.`
    all.push({ code: 'styling-ignored', message })
  }
  return { format: 'vtt', blocks, asides, comments: [], warnings: all, encoding }
}

/** Reads the markup of raw cues: one cue for each voice, all with the times of theirs. */
export function speak(raws: RawCue[]): Cue[] {
  const cues: Cue[] = []
  for (const { id, startMs, endMs, text } of raws) {
    for (const span of readCueText(text)) {
      const cue: Cue = { kind: 'cue', startMs, endMs, text: span.text }
      if (id !== undefined) cue.id = id
      const voice = span.voice ?? namedId(id)
      if (voice !== undefined) cue.voice = voice
      cues.push(cue)
    }
  }
  return cues
}

/** Webex writes the speaker into the id: `7 "Kate Morris" (2893756416)`. */
const namedId = (id: string | undefined) =>
  id === undefined ? undefined : /^\d+ "([^"]{1,80})"/.exec(id)?.[1]

/** The header ends at the first blank line, or at a cue that follows it directly. */
function headerEnd(lines: string[]): number {
  let index = 1
  while (index < lines.length && lines[index]?.trim() !== '' && !parseTiming(lines[index] ?? '')) index++
  return index
}

function headerAsides(header: string[]): Aside[] {
  const title = (header[0] ?? '').replace(/^WEBVTT\s*-?\s*/, '')
  return [title, ...header.slice(1)]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ where: 'front-matter', text: text.trim() }))
}

function isStyling(stray: Stray): boolean {
  return /^(?:STYLE|REGION)\s*$/.test(stray.lines[0] ?? '')
}

/** Comments, and lines the standard ignores: kept beside the transcript so that nothing disappears. */
function strayAsides(stray: Stray): Aside[] {
  if (isStyling(stray)) return []
  const text = stray.lines
    .join('\n')
    .replace(/^NOTE(?:\s|$)/, '')
    .trim()
  return text === '' ? [] : [{ where: 'front-matter', text }]
}
