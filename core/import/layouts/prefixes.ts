/** Layouts in which a label without a time opens the turn: L01, L02, L04, L10, L23–L26, L28, L29, L33. */
import { headed } from './headed.ts'
import type { Layout } from './layout.ts'
import type { Opening } from './support/heads.ts'
import { strength, wordRole } from './support/labels.ts'
import type { Script } from './support/script.ts'

export const wordPrefix = headed({
  id: 'word-prefix',
  name: 'Speaker label and colon before each turn',
  forms: ['L:', 'L: T', 'L (T):', 'L T:', '[T] L:', 'T L:', '(T) L:', '[T] - L:', 'Q '],
  slips: ['L;', '*L*', 'L\t', 'L$', 'L '],
})

/** Marks that ordinary sentences have too: a good part of the lines must open so. */
const weak = (script: Script, openings: Opening[]) => openings.length >= 0.15 * script.content.length

export const tabPrefix = headed({
  id: 'tab-prefix',
  name: 'Speaker label, then a tab, a wide gap or a time',
  forms: ['L\t', 'L  ', 'L T'],
  when: weak,
})

export const dashPrefix = headed({
  id: 'dash-prefix',
  name: 'Speaker label and a dash or another mark before each turn',
  forms: ['L -', 'L>', 'L—'],
  keep: (_, head) => (head.label ?? '').split(' ').length <= 3,
  when: (script, openings) => {
    // A dash with no space around it breaks sentences off as well: then nearly all lines must open so.
    const tight = openings.filter(({ head }) => head.form === 'L—').length
    return weak(script, openings) && (tight === 0 || openings.length >= 0.6 * script.content.length)
  },
})

const TITLED = /^(?:mr|mrs|ms|mx|dr|prof|rev|hon)\. \p{Lu}/iu

/** A title with its full stop is part of the name behind it: `MR. BROOKS: Objection.` */
const TITLE = /^(?:mr|mrs|ms|mx|dr|st|sr|jr|prof|rev|hon|no|vs)$/i

/**
 * Role words or the usual initials only: "Mr.", "No." and the letters of a list stand before full stops too.
 * Where `Q.` and `A.` speak, the others in the room have their names and a colon.
 */
export const dotPrefix = headed({
  id: 'dot-prefix',
  name: 'Speaker label and full stop before each turn',
  forms: ['L.', 'L:'],
  keep: (_, { form, label }) =>
    form === 'L.'
      ? !TITLE.test(label ?? '')
      : !/^\p{L}{1,3}\. /u.test(label ?? '') || TITLED.test(label ?? ''),
  when(script, all) {
    const openings = all.filter(({ head }) => head.form === 'L.')
    const labels = new Set(openings.map(({ head }) => head.label ?? ''))
    const pair =
      (labels.has('Q') && labels.has('A')) ||
      (labels.has('I') && ['R', 'P', 'B'].some((other) => labels.has(other)))
    const words = [...labels].some(
      (label) => label.length > 2 && /interviewer|participant/.test(wordRole(label) ?? ''),
    )
    const few = labels.size <= 3 && openings.length >= 0.6 * script.content.length
    return (pair || words || few) && weak(script, openings)
  },
})

/** The letters and numerals of a list: `(a)`, `(iii)`. */
const ENUMERATION = /^(?:[a-h]|[ivx]{1,4})$/

export const bracketPrefix = headed({
  id: 'bracket-prefix',
  name: 'Speaker in brackets before each turn',
  forms: ['[L]', '[L]:', '[T] [L]', '[T] [L]:', '(T) [L]', 'T [L]', 'T [L]:'],
  keep: (_, { label }) => strength(label ?? '') >= 0.8 && !ENUMERATION.test(label ?? ''),
})

export const boldPrefix = headed({
  id: 'bold-prefix',
  name: 'Speaker in bold before each turn, without a colon',
  forms: ['*L*'],
  slips: ['L:', 'L$'],
})

export const barePrefix = headed({
  id: 'bare-prefix',
  name: 'Role word before each turn, without a mark',
  forms: ['L '],
})

const NUMBERED = /^([QAF])\.?\s?(\d{1,3})$/i

/** `Q1.` and `A1.`: numbered questions and answers of one asker and one answerer (L05). */
export const numberedAnswers: Layout = headed({
  id: 'numbered-answers',
  name: 'Numbered questions and answers (Q1, A1)',
  forms: ['L.', 'L:', 'L\t', 'L  ', 'L -', 'L$'],
  keep: (_, head) => NUMBERED.test(head.label ?? ''),
  relabel: (label) => label.replace(NUMBERED, '$1'),
  bonus: 0.05,
  when(script, openings) {
    const letters = new Set(openings.map(({ head }) => head.label?.toUpperCase()))
    const text = openings.map(({ line }) => /\d+/.exec(script.text(line))?.[0] ?? '0')
    const rising = text.filter((number, at) => at === 0 || Number(number) >= Number(text[at - 1])).length
    return letters.has('A') && (letters.has('Q') || letters.has('F')) && rising >= 0.9 * openings.length
  },
})

/** A label on a line of its own, with or without a colon; some turns may start beside theirs (L03, L32). */
export const labelLine = headed({
  id: 'label-line',
  name: 'Speaker on a line of its own, speech below',
  forms: ['L$', 'L:'],
  keep: (_, { form, label }) => form === 'L:' || strength(label ?? '') === 1 || /^\p{Lu}/u.test(label ?? ''),
  when: (_, openings) => {
    const alone = openings.filter(({ head }) => head.form === 'L$')
    const repeated = new Set(alone.map(({ head }) => head.label)).size < alone.length
    const indices = new Set(openings.map(({ line }) => line.index))
    // Labels directly below each other are a stacked cell or a list; their speech is elsewhere.
    const answered = alone.filter(({ line }) => !indices.has(line.index + 1)).length
    return (
      alone.length >= 3 && repeated && answered >= 0.8 * alone.length && alone.length >= 0.2 * openings.length
    )
  },
})
