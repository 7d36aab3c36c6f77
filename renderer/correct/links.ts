/** Where corrections are made; for menus of other rooms. */
import { formatRoute } from '../app/routes.ts'

/** Words, turns and speakers of a transcript; opens at a turn when one is given. */
export const correctHref = (document: number, turn?: number): string =>
  formatRoute({
    room: 'import',
    path: ['correct', String(document)],
    ...(turn === undefined ? {} : { query: { turn: String(turn) } }),
  })

/** A new version of the transcript's file. */
export const replaceHref = (document: number): string =>
  formatRoute({ room: 'import', path: ['replace', String(document)] })

/** Passages that lost their words, of one transcript or of all. */
export const unplacedHref = (document?: number): string =>
  formatRoute({ room: 'import', path: ['unplaced', ...(document === undefined ? [] : [String(document)])] })
