/** The whole report: heatmap, chosen touchpoints, codebook, how it was made and what it cannot say. */
import type { z } from 'zod'
import type { Heatmap } from '../../contract/analysis.ts'
import type { mapping } from '../../contract/mapping.ts'
import type { JobContext } from '../../context.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { smallCount } from '../draw/figures.ts'
import { drawHeatmap } from '../draw/heatmap.ts'
import { buildHeatmap, type Built } from '../heatmap/heatmap.ts'
import { readAhead, type Layout } from '../heatmap/layout.ts'
import { disclosureOf, type Disclosure } from '../heatmap/shown.ts'
import { paceOf } from '../pace.ts'
import { heading, line, quiet, section, table, type Block, type Page } from '../paper/blocks.ts'
import { openCount } from '../small.ts'
import { CAVEAT, cellLabel, formatNumber } from '../stats/format.ts'
import { summaryBlocks } from '../summary/page.ts'
import { nothingQuoted, quotable, type Quoted } from '../summary/quotes.ts'
import { summarise } from '../summary/summary.ts'
import { methodBlocks } from './method.ts'

type Asked = z.output<typeof mapping.report.input>

/** The page, and the passages it quotes. */
export async function reportPage(
  context: JobContext,
  asked: Asked,
): Promise<{ page: Page; quotes: ReadonlySet<number> }> {
  const { db } = context
  const pace = paceOf(context)
  const layout = await readAhead(db, asked.settings, pace)
  const built = buildHeatmap(layout)
  const study = db.value<string>(sql`SELECT name FROM project`) ?? ''
  const title = asked.title ?? `${study}: where the journey frustrates`
  const quoted = nothingQuoted()
  const touchpoints = await touchpointBlocks(db, asked, quoted, (done) =>
    pace.breathe(done, asked.touchpoints.length, 'Writing the touchpoints'),
  )
  const page: Page = {
    title,
    blocks: [
      heading(1, title),
      quiet(`${study}. ${CAVEAT}`),
      ...section(2, 'Where residents are frustrated', heatmapBlocks(built)),
      ...touchpoints,
      { kind: 'break' },
      heading(1, 'How this was made'),
      ...methodBlocks(db, layout),
      { kind: 'break' },
      heading(1, 'Codebook'),
      ...codebookBlocks(db, layout),
    ],
  }
  return { page, quotes: quoted.passages }
}

function heatmapBlocks({ heatmap }: Built): Block[] {
  if (heatmap.rows.length === 0) return [line('Nothing in scope is coded to a touchpoint yet.')]
  const disclosure = disclosureOf(heatmap)
  const rows = heatmap.rows.map((row) => tableRow(row, heatmap.settings.smallN, disclosure))
  return [
    { kind: 'picture', svg: drawHeatmap(heatmap, 'light'), alt: heatmap.settings.caption },
    line(heatmap.survival.sentence),
    ...table(['Row', 'Frustrated', 'Intensity', 'Reasons (participants)'], rows, [2]),
  ]
}

/** Rows heard from too few people keep their name and nothing else; what the picture leaves out is left out here. */
function tableRow(
  { name, total, why }: Heatmap['rows'][number],
  smallN: number,
  { of: shown, exact }: Disclosure,
): string[] {
  if (shown(total) === 'nothing') {
    return [name, exact ? `fewer than ${smallN} spoke of it` : 'left out to protect people', '', '']
  }
  const reasons = why
    .slice(0, 3)
    .map((reason) => `${reason.name} (${openCount(reason.participants, smallN)})`)
  if (shown(total) === 'without F') {
    return [name, `${smallCount(smallN, exact)} of ${total.E} (of ${total.P})`, '', reasons.join(', ')]
  }
  const intensity = total.intensity === null ? '' : formatNumber(total.intensity, 1)
  return [name, cellLabel(total.F, total.E, total.P), intensity, reasons.join(', ')]
}

/** A page for each touchpoint. What one page quotes, the next does not quote again while there is another. */
async function touchpointBlocks(
  db: ReadableDb,
  { touchpoints, settings, seed }: Asked,
  quoted: Quoted,
  breathe: (done: number) => Promise<void>,
): Promise<Block[]> {
  const open = quotable(db)
  const blocks: Block[] = []
  for (const [done, touchpoint] of touchpoints.entries()) {
    await breathe(done)
    const { scope, frustration } = settings
    const summary = summarise(db, { touchpoint, scope, frustration, seed }, quoted)
    blocks.push({ kind: 'break' }, ...summaryBlocks(summary, open))
  }
  return blocks
}

interface Entry {
  id: number
  name: string
  key: string
  definition: string
  include: string
  exclude: string
  version: number
}

/** Codes in use by the people counted, with the definitions they were coded by. */
function codebookBlocks(db: ReadableDb, { codebook, frame, read }: Layout): Block[] {
  const used = new Set(
    frame.sample.documents.flatMap((document) => read(document).passages.flatMap(({ codes }) => codes)),
  )
  const entries = new Map(
    db
      .all<Entry>(sql`SELECT id, name, key, definition, include, exclude, version FROM code`)
      .map((entry) => [entry.id, entry]),
  )
  const rows = codebook.inOrder.flatMap(({ id }) => {
    const entry = entries.get(id)
    if (!entry || !used.has(id)) return []
    const rule = [entry.include && `Use: ${entry.include}`, entry.exclude && `Not: ${entry.exclude}`]
    return [[entry.key, entry.name, entry.definition, rule.filter(Boolean).join(' '), String(entry.version)]]
  })
  return table(['Id', 'Name', 'Definition', 'When', 'Version'], rows, [4])
}
