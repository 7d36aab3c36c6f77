/** Rows of the command table for the rooms that show figures. */
import type { CommandPlace, CommandShape } from './command-shape.ts'

const inHeatmap = (place: CommandPlace) => place.hasProject && place.room === 'heatmap'
const inTouchpoints = (place: CommandPlace) => place.hasProject && place.room === 'touchpoints'

export const FIGURE_COMMANDS = [
  {
    id: 'figure.transpose',
    title: 'Swap rows and columns',
    group: 'View',
    keys: ['X'],
    when: inHeatmap,
    words: 'transpose heatmap',
  },
  { id: 'figure.next', title: 'Next touchpoint', group: 'View', keys: ['J'], when: inTouchpoints },
  { id: 'figure.previous', title: 'Previous touchpoint', group: 'View', keys: ['K'], when: inTouchpoints },
  { id: 'figure.print', title: 'Print the page', group: 'View', keys: ['Mod+P'], when: inTouchpoints },
] as const satisfies readonly CommandShape[]
