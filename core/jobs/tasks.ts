/** Every task that may run in a worker thread. A room adds its own here; each is loaded when first asked for. */
import type { Tasks } from './task.ts'

export const tasks = {
  'heatmap.draw': async () => (await import('../analysis/heatmap/tasks.ts')).draw,
  'importing.parse': async () => (await import('../importing/tasks.ts')).parse,
  'importing.reanchor': async () => (await import('../importing/tasks.ts')).reanchorSpans,
  'importing.tool': async () => (await import('../importing/tool-reading.ts')).readTool,
  'suggest.find': async () => (await import('../suggest/tasks.ts')).find,
} satisfies Tasks
