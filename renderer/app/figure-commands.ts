/** Rows of the command table for the rooms that show figures. */
import { go } from './router.ts'
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
  {
    id: 'go.compare',
    title: 'Compare two groups',
    group: 'Go to',
    keys: [],
    words: 'segments side by side difference',
    run: () => go({ room: 'heatmap', path: ['compare'] }),
  },
  {
    id: 'go.framework',
    title: 'Write the framework matrix',
    group: 'Go to',
    keys: [],
    words: 'summary table person touchpoint',
    run: () => go({ room: 'heatmap', path: ['framework'] }),
  },
  {
    id: 'go.together',
    title: 'See which codes appear together',
    group: 'Go to',
    keys: [],
    words: 'co-occurrence',
    run: () => go({ room: 'heatmap', path: ['together'] }),
  },
  {
    id: 'go.transcripts',
    title: 'Count codes by transcript',
    group: 'Go to',
    keys: [],
    words: 'code table',
    run: () => go({ room: 'heatmap', path: ['transcripts'] }),
  },
  {
    id: 'go.words',
    title: 'Count words and see them in context',
    group: 'Go to',
    keys: [],
    words: 'frequency kwic concordance',
    run: () => go({ room: 'heatmap', path: ['words'] }),
  },
  {
    id: 'go.agreement',
    title: 'See how far coders agree',
    group: 'Go to',
    keys: [],
    words: 'alpha kappa reliability',
    run: () => go({ room: 'heatmap', path: ['agreement'] }),
  },
  {
    id: 'go.coverage',
    title: 'See how much is coded',
    group: 'Go to',
    keys: [],
    words: 'saturation themes',
    run: () => go({ room: 'heatmap', path: ['coverage'] }),
  },
  {
    id: 'go.saved',
    title: 'Open the saved views',
    group: 'Go to',
    keys: [],
    words: 'snapshot',
    run: () => go({ room: 'heatmap', path: ['saved'] }),
  },
  {
    id: 'go.report',
    title: 'Make a report',
    group: 'Go to',
    keys: [],
    words: 'word pdf document',
    run: () => go({ room: 'heatmap', path: ['report'] }),
  },
  {
    id: 'go.journey',
    title: 'Follow one person’s journey',
    group: 'Go to',
    keys: [],
    words: 'individual resident',
    run: () => go({ room: 'map', path: ['journey'] }),
  },
  {
    id: 'go.importance',
    title: 'See what matters most',
    group: 'Go to',
    keys: [],
    words: 'importance frustration priority',
    run: () => go({ room: 'map', path: ['importance'] }),
  },
] as const satisfies readonly CommandShape[]
