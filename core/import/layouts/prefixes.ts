/** Layouts in which a label without a time opens the turn: L01, L02, L04, L10, L23–L26, L28, L29, L33. */
import { headed } from './headed.ts'
import type { Layout } from './layout.ts'
import { strength } from './support/labels.ts'

export const wordPrefix = headed({
  id: 'word-prefix',
  name: 'Speaker label and colon before each turn',
  forms: ['L:'],
  slips: ['L;', '*L*', 'L\t', 'L$', 'L '],
})

export const tabPrefix = headed({
  id: 'tab-prefix',
  name: 'Speaker label, then a tab or a wide gap',
  forms: ['L\t', 'L  '],
  when: (_, openings) => openings.some(({ head }) => strength(head.label ?? '') === 1),
})

export const dashPrefix = headed({
  id: 'dash-prefix',
  name: 'Speaker label and dash before each turn',
  forms: ['L -'],
  keep: (_, head) => (head.label ?? '').split(' ').length <= 3,
})

export const dotPrefix = headed({
  id: 'dot-prefix',
  name: 'Speaker label and full stop before each turn',
  forms: ['L.'],
})

export const bracketPrefix = headed({
  id: 'bracket-prefix',
  name: 'Speaker in brackets before each turn',
  forms: ['[L]', '[L]:', '[T] [L]', '[T] [L]:', '(T) [L]', 'T [L]', 'T [L]:'],
  keep: (_, head) => strength(head.label ?? '') >= 0.3 && !/\s/.test((head.label ?? '').slice(0, 2)),
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

/** `Q1.` and `A1.`: numbered questions and answers of one asker and one answerer (L05). */
export const numberedAnswers: Layout = headed({
  id: 'numbered-answers',
  name: 'Numbered questions and answers (Q1, A1)',
  forms: ['L.', 'L:', 'L\t', 'L  ', 'L -', 'L$'],
  keep: (_, head) => /^(?:q|a|f)\.?\s?\d{1,3}$/i.test(head.label ?? ''),
  relabel: (label) => label.replace(/[\s.\d]+$/, ''),
  bonus: 0.05,
})

/** A label on a line of its own, with or without a colon; some turns may start beside theirs (L03, L32). */
export const labelLine = headed({
  id: 'label-line',
  name: 'Speaker on a line of its own, speech below',
  forms: ['L$', 'L:'],
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
