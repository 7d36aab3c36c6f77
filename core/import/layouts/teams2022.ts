/** Older Teams documents: `0:0:3.2 --> 0:0:12.46`, then the name, then the speech, on three lines (L16). */
import { asideRow, isTitle } from './headed.ts'
import type { Layout, Row } from './layout.ts'
import { isLabel, trimLabel } from './support/labels.ts'
import type { Line } from './support/lines.ts'
import type { Script } from './support/script.ts'

interface Block {
  label: string
  startMs: number
  endMs: number
}

export const teams2022: Layout = {
  id: 'teams-2022',
  name: 'Microsoft Teams before 2023: times, name and speech on lines below each other',
  detect(script) {
    const { blocks, stamps } = find(script)
    if (stamps < 2 || blocks.size < 0.9 * stamps) return null
    const names = new Set([...blocks.values()].map(({ label }) => label)).size
    if (names > Math.max(2, 0.4 * blocks.size)) return null
    return { confidence: 0.95, read: () => ({ rows: read(script, blocks) }) }
  },
}

/** Blocks by the index of their time line. */
function find(script: Script): { blocks: Map<number, Block>; stamps: number } {
  const blocks = new Map<number, Block>()
  let stamps = 0
  for (const line of script.content) {
    const stamp = line.cue
      ? undefined
      : script.heads(line).find(({ form, endMs }) => form === 'T$' && endMs !== undefined)
    if (!stamp) continue
    stamps++
    const [name, speech] = [script.lines[line.index + 1], script.lines[line.index + 2]]
    const label = name && !name.blank ? trimLabel(script.text(name)) : ''
    const isName = name?.block === line.block ? label.length <= 80 : isLabel(label)
    if (!name || !speech || !isName || speech.blank || isStamp(script, speech)) continue
    blocks.set(line.index, { label, startMs: stamp.startMs ?? 0, endMs: stamp.endMs ?? 0 })
  }
  return { blocks, stamps }
}

const isStamp = (script: Script, line: Line) => script.heads(line).some(({ form }) => form === 'T$')

function read(script: Script, blocks: Map<number, Block>): Row[] {
  const rows: Row[] = []
  let block: Block | undefined
  let opening = false
  for (const line of script.lines) {
    if (asideRow(script, line, rows)) continue
    const whole = { line: line.index, from: line.from, to: line.to }
    const found = blocks.get(line.index)
    if (found) {
      block = found
      opening = true
      rows.push({ ...whole, as: 'ignored', why: 'time stamp' })
    } else if (blocks.has(line.index - 1)) rows.push({ ...whole, as: 'ignored', why: 'speaker label' })
    else if (!block) rows.push({ ...whole, as: isTitle(script.text(line)) ? 'heading' : 'note', opens: true })
    else {
      const { label: speaker, startMs, endMs } = block
      const join = line.first ? '\n' : ' '
      rows.push({ ...whole, as: 'speech', speaker, opens: opening, join, ...(opening && { startMs, endMs }) })
      opening = false
    }
  }
  return rows
}
