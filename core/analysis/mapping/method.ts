/** The method note and the limitations of a report, from what the project itself knows. */
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { definitionInWords } from '../codebook.ts'
import { OVERLAP_RULE } from '../evidence/episodes.ts'
import { countedInWords, filtersInWords } from '../heatmap/caption.ts'
import type { Layout } from '../heatmap/layout.ts'
import { heading, type Block } from '../paper/blocks.ts'
import { counted } from '../stats/format.ts'

export function methodBlocks(db: ReadableDb, layout: Layout): Block[] {
  return [
    heading(2, 'Method'),
    { kind: 'list', items: methodLines(db, layout) },
    heading(2, 'Limitations'),
    { kind: 'list', items: limitations(layout) },
  ]
}

/** In the order of COREQ: sample, data, coders, coding, analysis. */
function methodLines(db: ReadableDb, { settings, codebook, frame, thresholds }: Layout): string[] {
  const { sample } = frame
  const kinds = db.rows<[string, number]>(
    sql`SELECT kind, count(*) FROM document WHERE id IN ${inList(sample.documents)} GROUP BY kind ORDER BY 2 DESC`,
  )
  const coders = db.value<number>(
    sql`SELECT count(DISTINCT coder) FROM passage WHERE document IN ${inList(sample.documents)}`,
  )
  return [
    countedInWords(settings.scope, sample),
    ...filtersInWords(settings.scope),
    ...(kinds.length > 0 ? [`Data: ${kinds.map(([kind, count]) => `${kind} (${count})`).join(', ')}.`] : []),
    `Coded by ${counted(coders ?? 0, { one: 'coder', many: 'coders' })} in Waymark, against the codebook at the end.`,
    `Frustration: ${definitionInWords(codebook, settings.frustration)}.`,
    'The participant is the unit: someone who says a thing ten times counts once. Shares come with Wilson 95% intervals.',
    OVERLAP_RULE,
    `Rows heard from fewer than ${thresholds.smallN} participants get no figure; fewer than ${thresholds.thinN} are marked as thin.`,
    'Quotes were drawn by chance within participants and strength of feeling, at most two from one participant, with a counter-example where there is one.',
  ]
}

function limitations({ frame: { sample } }: Layout): string[] {
  return [
    'The sample is purposive: the figures describe the people who took part and are not estimates for all residents.',
    'What people did not mention was not asked of everyone in the same way, so silence is not satisfaction.',
    'Intervals show how far a share could move with other participants like these; they are not tests.',
    ...(sample.unfinished > 0
      ? [
          `${counted(sample.unfinished, { one: 'transcript is', many: 'transcripts are' })} not marked complete, so counts can still rise.`,
        ]
      : []),
  ]
}
