/** Reads the markup inside a cue: voices are kept, styling is removed, anything else stays as text. */
import { decodeEntities } from './entities.ts'

/** A stretch of cue text spoken by one voice. */
export interface VoiceSpan {
  voice?: string
  text: string
}

const STYLING = /^\/?(?:c|i|b|u|s|em|strong|ruby|rt|lang|font|span)(?:[\s.].*)?$/is
const TIMESTAMP = /^(?:\d+:)?\d{1,2}:\d{2}\.\d{3}$/
const BREAK = /^br\s*\/?$/i

/** Cuts cue text into voice spans, in order; spans without text are left out. */
export function readCueText(source: string): VoiceSpan[] {
  const only = source.indexOf('<')
  if (only < 0) return span(undefined, source)
  if (only === 0 && source.startsWith('<v ')) {
    const whole = readSingleVoice(source)
    if (whole) return [whole]
  }
  const spans: VoiceSpan[] = []
  let voice: string | undefined
  let text = ''
  let at = 0
  let close = -1
  for (let open = source.indexOf('<'); open >= 0; open = source.indexOf('<', at)) {
    if (close < open) close = source.indexOf('>', open)
    if (close < 0) break
    const next = source.indexOf('<', open + 1)
    const isTag = next < 0 || next > close
    text += source.slice(at, isTag ? open : next)
    at = isTag ? close + 1 : next
    if (!isTag) continue
    const tag = source.slice(open + 1, close)
    const named = voiceOf(tag)
    if (named !== undefined) {
      spans.push(...span(voice, text))
      voice = named
      text = ''
    } else if (BREAK.test(tag)) text += '\n'
    else if (!isStyling(tag)) text += `<${tag}>`
  }
  spans.push(...span(voice, text + source.slice(at)))
  return spans
}

/** `<v Name>words</v>` without further markup, as nearly every cue of a recorded meeting is. */
function readSingleVoice(source: string): VoiceSpan | undefined {
  const open = source.indexOf('>')
  const close = source.indexOf('<', 1)
  const whole = open > 0 && close > open && close === source.length - 4 && source.endsWith('</v>')
  if (!whole || source.includes('&')) return undefined
  const voice = source.slice(3, open).trim()
  const text = source.slice(open + 1, close).trim()
  return voice === '' || text === '' ? undefined : { voice, text }
}

/** The name in `<v.loud Name>`, '' for `</v>`, undefined for every other tag. */
function voiceOf(tag: string): string | undefined {
  if (tag === '/v') return ''
  if (tag[0] !== 'v' || (tag.length > 1 && !/[\s.]/.test(tag[1] ?? ''))) return undefined
  const space = tag.search(/\s/)
  return space < 0 ? '' : decodeEntities(tag.slice(space)).replaceAll(/\s+/g, ' ').trim()
}

function isStyling(tag: string): boolean {
  return tag === '' || tag === '/' || TIMESTAMP.test(tag) || (tag.length < 200 && STYLING.test(tag))
}

/** A dash left alone before a voice tag is dialogue punctuation, not speech. */
function span(voice: string | undefined, raw: string): VoiceSpan[] {
  const text = decodeEntities(raw).trim()
  if (text === '' || (!voice && /^[-–—]$/.test(text))) return []
  return [voice ? { voice, text: text.replace(/\n[-–—]$/, '').trimEnd() } : { text }]
}
