/** Layouts in which each turn opens with a name and a time: L11–L15, L19, L32, L33. */
import { headed } from './headed.ts'
import type { Layout, Reading } from './layout.ts'
import type { Opening } from './support/heads.ts'
import type { Script } from './support/script.ts'

/** Share of openings whose paragraph goes on behind a soft line break. */
function softShare(script: Script, openings: Opening[]): number {
  const soft = openings.filter(({ line }) => {
    const next = script.lines[line.index + 1]
    return line.first && next?.block === line.block && !next.first
  })
  return soft.length / Math.max(1, openings.length)
}

export const teams = headed({
  id: 'teams',
  name: 'Microsoft Teams: name and time, one sentence on each line',
  forms: ['L T$'],
  bonus: 0.12,
  trusting: true,
  sentences: true,
  when: (script, openings) => softShare(script, openings) > 0.5,
  aside: (text) => /\b(?:started|stopped) transcription$|^\d+h? ?\d*m \d+s$/.test(text),
})

export const otter = headed({
  id: 'otter',
  name: 'Otter: name and time, speech below',
  forms: ['L T$'],
  bonus: 0.1,
  trusting: true,
  when: (script, openings) => softShare(script, openings) <= 0.5,
  aside: (text) => /^transcribed by https?:\/\/|^transcribed (?:by|with|using) otter/i.test(text),
})

export const rev = headed({
  id: 'rev',
  name: 'Rev: name and time in brackets, then a colon',
  forms: ['L (T):', 'L T:', 'L (T)$', 'L (T)', '(T) '],
  bonus: 0.1,
  trusting: true,
  aside: (text) => /^this transcript was exported on\b|^transcript by rev\.com/i.test(text),
})

export const nameTime = headed({
  id: 'name-time',
  name: 'Trint, Sonix, Descript: name, then time in square brackets',
  forms: ['L: T', 'L [T]', 'L [T]$', '[T] '],
  bonus: 0.1,
  trusting: true,
  aside: (text) => /^transcribed by (?:sonix|trint|descript|happy ?scribe)\b/i.test(text),
})

export const timeName = headed({
  id: 'time-name',
  name: 'Time, then name, before each turn',
  forms: [
    '[T] L:',
    'T L:',
    '(T) L:',
    '[T] - L:',
    'T - L:',
    '[T] L\t',
    'T L\t',
    '[T] - L$',
    'T - L$',
    '[T] : L$',
    'T | L:',
    'T : L:',
    '[T] ',
  ],
  bonus: 0.1,
  trusting: true,
})

export const wordTranscribe = headed({
  id: 'word-transcribe',
  name: 'Word Transcribe: time and speaker number, speech below',
  forms: ['T L$', '[T] L$', '(T) L$', 'T L ', 'T$'],
  bonus: 0.1,
  trusting: true,
  when: (_, openings) => openings.filter(({ head }) => head.label !== null).length > 0.3 * openings.length,
  warn: automaticSpeakers,
})

export const zoomCaptions: Layout = headed({
  id: 'zoom-captions',
  name: 'Zoom saved captions: name in brackets and clock time',
  forms: ['[L] T$', '[L]: T$', '[L] T'],
  bonus: 0.1,
  trusting: true,
  clock: true,
})

/** Numbered speakers come from a machine, which often takes one voice for two. */
function automaticSpeakers(labels: string[]): Reading['warnings'] & {} {
  if (labels.length < 3 || !labels.every((label) => /^speaker[ _]\d+$/i.test(label))) return []
  const message = `The speakers were told apart by a machine and there are ${labels.length} of them. One person may be several; merge them in the preview.`
  return [{ code: 'automatic-speakers', message }]
}
