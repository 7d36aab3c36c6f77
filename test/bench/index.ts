/** `npm run bench`: every benchmark in a process of its own, one after the other. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/architecture.ts'

const gold = join(process.env['WAYMARK_SHARED'] ?? join(ROOT, '../shared'), 'nlp/vader/hutto_ICWSM_2014')
const benches: { name: string; args?: string[] }[] = [
  { name: 'start' },
  { name: 'importing' },
  { name: 'coding' },
  { name: 'reader' },
  { name: 'search' },
  { name: 'heatmap', args: ['20000', '40'] },
  { name: 'heatmap' },
]
if (existsSync(gold)) benches.push({ name: 'suggest', args: [gold] })
else console.log('left out: suggest, which needs the VADER gold sets (see the head of test/bench/suggest.ts)')

const over = benches.filter(
  ({ name, args = [] }) =>
    spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], { stdio: 'inherit' })
      .status !== 0,
)
console.log(
  over.length === 0
    ? '\nEverything within its limits.'
    : `\nOver a limit: ${over.map(({ name }) => name).join(', ')}.`,
)
process.exitCode = over.length === 0 ? 0 : 1
