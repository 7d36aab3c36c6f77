/** What the columns of a heatmap mean: which participants or passages a column restricts the counts to. */
import type { HeatmapSettings } from '../../contract/analysis.ts'
import { CoreError } from '../../contract/errors.ts'
import type { ReadableDb } from '../../db/database.ts'
import { sql } from '../../db/sql.ts'
import { familyOf, type Codebook } from '../codebook.ts'
import type { Episode } from '../evidence/episodes.ts'
import { attributeValues, type Sample, type Voice } from '../sample.ts'

export interface Column {
  id: string
  name: string
}

/**
 * - `emotion`: the row stays whole and F counts participants with that emotion instead of frustration.
 * - `voice`: a segment of participants or transcripts (participant, document, wave, role, attribute); P is theirs.
 * - `episode`: a segment of passages (channel, reason, layer, coder): E and F are participants with such an episode
 *   there, P stays everyone. An episode is a passage at the touchpoint with the loose passages that overlap it.
 */
export type Columns =
  | { kind: 'emotion'; list: readonly Column[]; of: ReadonlyMap<number, number> }
  | { kind: 'voice'; list: readonly Column[]; of: (voice: Voice) => readonly number[] }
  | { kind: 'episode'; list: readonly Column[]; of: (episode: Episode) => readonly number[] }

type Kind = HeatmapSettings['columns']

export function columnsFor(db: ReadableDb, codebook: Codebook, sample: Sample, kind: Kind): Columns {
  switch (kind) {
    case 'emotion': {
      const emotions = familyOf(codebook, 'emotion')
      return {
        kind: 'emotion',
        list: emotions.map(({ key, name }) => ({ id: key, name })),
        of: new Map(emotions.map(({ id }, place) => [id, place])),
      }
    }
    case 'reason':
    case 'layer':
    case 'channel':
      return codeColumns(codebook, kind)
    case 'coder':
      return coderColumns(db)
    default:
      return voiceColumns(sample, segmentOf(db, kind))
  }
}

function codeColumns(codebook: Codebook, family: string): Columns {
  const codes = familyOf(codebook, family)
  const place = new Map(codes.map(({ id }, index) => [id, index]))
  return {
    kind: 'episode',
    list: codes.map(({ key, name }) => ({ id: key, name })),
    of: ({ members }) => {
      const columns = new Set<number>()
      for (const { codes } of members) {
        for (const code of codes) {
          const column = place.get(code)
          if (column !== undefined) columns.add(column)
        }
      }
      return [...columns]
    },
  }
}

function coderColumns(db: ReadableDb): Columns {
  const coders = db.rows<[number, string]>(sql`SELECT id, name FROM coder ORDER BY id`)
  const place = new Map(coders.map(([id], index) => [id, [index]]))
  return {
    kind: 'episode',
    list: coders.map(([id, name]) => ({ id: String(id), name })),
    of: ({ members }) => place.get(members[0]?.coder ?? 0) ?? [],
  }
}

interface Segment {
  of: (voice: Voice) => readonly string[]
  name: (id: string, voice: Voice) => string
  /** Ids in the order they should stand; others follow in their natural order. */
  order: readonly string[]
}

const NOT_STATED = 'Not stated'

function segmentOf(db: ReadableDb, kind: Kind): Segment {
  switch (kind) {
    case 'participant':
      return { of: (v) => [String(v.participant)], name: (_, v) => v.name, order: [] }
    case 'document':
      return { of: (v) => [String(v.document)], name: (_, v) => v.documentName, order: [] }
    case 'wave':
      return { of: (v) => [v.wave ?? ''], name: (id) => id || 'No wave', order: [] }
    case 'role':
      return { of: (v) => [v.role], name: (id) => ROLES[id] ?? id, order: Object.keys(ROLES) }
    default:
      return attributeSegment(db, kind.slice('attribute:'.length))
  }
}

const ROLES: Record<string, string> = {
  resident: 'Residents',
  colleague: 'Colleagues',
  stakeholder: 'Stakeholders',
}

function attributeSegment(db: ReadableDb, key: string): Segment {
  const choices = db.value<string>(sql`SELECT choices FROM attribute WHERE key = ${key}`)
  if (choices === undefined) {
    throw new CoreError(
      'not-found',
      `This study has no attribute “${key}”. Choose another for the columns, or add it under Participants.`,
    )
  }
  const valuesOf = attributeValues(db, key)
  return {
    of: (voice) => valuesOf(voice.participant),
    name: (id) => id || NOT_STATED,
    order: JSON.parse(choices) as string[],
  }
}

const natural = new Intl.Collator('en-GB', { numeric: true })

function voiceColumns({ voices, uncoded }: Sample, segment: Segment): Columns {
  const names = new Map<string, string>()
  for (const voice of [...voices, ...uncoded]) {
    for (const id of segment.of(voice)) names.set(id, segment.name(id, voice))
  }
  const rank = (id: string): number => {
    const place = segment.order.indexOf(id)
    return id === '' ? Infinity : place === -1 ? segment.order.length : place
  }
  const list = [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => compare(rank(a.id), rank(b.id)) || natural.compare(a.name, b.name))
  const place = new Map(list.map(({ id }, index) => [id, index]))
  return {
    kind: 'voice',
    list,
    of: (voice) => segment.of(voice).flatMap((id) => place.get(id) ?? []),
  }
}

const compare = (a: number, b: number): number => (a < b ? -1 : Number(a > b))
