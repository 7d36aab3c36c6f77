/** Replaces a document's text with a corrected version of its file, in one step. */
import type { CommandContext, JobContext } from '../context.ts'
import type { Correction } from '../contract/importing.ts'
import { sql, type Value } from '../db/sql.ts'
import { requireDocument } from '../documents/text.ts'
import { CoreError } from '../contract/errors.ts'
import type { ParsedDocument } from '../import/model.ts'
import { workers } from '../jobs/worker.ts'
import { participantByName } from '../participants/people.ts'
import { correctedDocument, type Corrected } from './corrected.ts'
import { participantNames } from './people.ts'
import { isCases } from './preview.ts'
import { passagesOf, rebase, requireText, searchFor, type Moved } from './rebase.ts'
import type { Staged } from './staging.ts'
import { checkText, reportOf, storeComments, turnsOf } from './store.ts'
import type { Reanchored, ReanchorInput } from './tasks.ts'
import type { NewTurn } from './turns.ts'

const SHOWN = 200
const LIMIT_MS = 60_000

/** The one document a staged file holds; a table of cases cannot stand for a transcript. */
function onlyDocument({ parsed, file }: Staged): ParsedDocument {
  if (!isCases(parsed)) return parsed
  throw new CoreError(
    'invalid',
    `${file.name} holds many cases, so it cannot replace one transcript. Import it instead.`,
  )
}

function searched(search: ReanchorInput, signal: AbortSignal): Promise<Reanchored> {
  return workers.run('importing.reanchor', search, { signal, limitMs: LIMIT_MS })
}

/** What would become of the passages; nothing is written. */
export async function foresee(context: JobContext, document: number, staged: Staged) {
  requireDocument(context.db, document)
  const { text } = onlyDocument(staged)
  const passages = passagesOf(context.db, document)
  const { placed } = await searched(searchFor(context.db, document, text), context.signal)
  const moved: Moved = { kept: 0, changed: 0, merged: 0, unplaced: 0 }
  const changed: { passage: number; before: string; after: string }[] = []
  const unplaced: { passage: number; quote: string }[] = []
  const taken = new Set<string>()
  passages.forEach(({ id, coder, quote }, at) => {
    const to = placed[at]
    const place = `${coder} ${to?.start} ${to?.end}`
    if (!to) unplaced.push({ passage: id, quote })
    else if (taken.has(place)) moved.merged++
    else if (to.how === 'same') moved.kept++
    else changed.push({ passage: id, before: quote, after: text.slice(to.start, to.end) })
    if (to) taken.add(place)
  })
  return {
    moved: { ...moved, changed: changed.length, unplaced: unplaced.length },
    changed: changed.slice(0, SHOWN),
    unplaced: unplaced.slice(0, SHOWN),
  }
}

/** Stores a staged file in the place of a document's text. */
export async function replaceText(
  context: JobContext,
  document: number,
  staged: Staged,
  correction: Correction,
) {
  const { name } = requireDocument(context.db, document)
  const corrected = correctedDocument(onlyDocument(staged), correction)
  checkText(corrected.document)
  const search = searchFor(context.db, document, corrected.document.text)
  const result = await searched(search, context.signal)
  let label = ''
  const { result: moved, step } = context.write('importing.replace', (command) => {
    requireDocument(command.db, document)
    const speakers = matchSpeakers(command, document, name, corrected)
    const turns: NewTurn[] = turnsOf(corrected.document).map((turn) => ({
      ...turn,
      speaker: turn.speaker === null ? null : (speakers[turn.speaker] ?? null),
    }))
    requireText(turns, name)
    const moved = rebase(command, document, turns, { search, result })
    command.db.run(sql`
      DELETE FROM speaker WHERE document = ${document} AND NOT EXISTS (SELECT 1 FROM turn WHERE turn.speaker = speaker.id)`)
    describe(command, document, staged, { correction, corrected })
    storeComments(command, document, corrected.document)
    label = sentence(correction.name ?? name, moved)
    command.say(label)
    return moved
  })
  return { step, label, moved, warnings: corrected.document.warnings }
}

function sentence(name: string, { kept, changed, merged, unplaced }: Moved): string {
  const total = kept + changed + merged + unplaced
  if (total === 0) return `Replaced the text of ${name}`
  return `Replaced the text of ${name}: ${total - unplaced} of ${total} passages followed${unplaced > 0 ? `, ${unplaced} to decide` : ''}`
}

interface SpeakerRow {
  id: number
  label: string
  role: string
  participant: number | null
}

/**
 * Rows for the new version's speakers: the same label is the same speaker and keeps what was decided about them. A new
 * label takes over the participant when exactly one participant's label is gone and one is new.
 */
function matchSpeakers(
  context: CommandContext,
  document: number,
  name: string,
  { document: next, named }: Corrected,
): number[] {
  const { db, ids } = context
  const old = db.all<SpeakerRow>(
    sql`SELECT id, label, role, participant FROM speaker WHERE document = ${document}`,
  )
  const labels = new Set(next.speakers.map(({ label }) => label))
  const gone = old.filter(({ label, role }) => role === 'participant' && !labels.has(label))
  const fresh = next.speakers.filter(
    ({ label, role }) => role === 'participant' && !old.some((speaker) => speaker.label === label),
  )
  const heir = gone.length === 1 && fresh.length === 1 ? gone[0]?.participant : undefined
  const proposed = participantNames(next, name)
  const kind = db.value<string>(sql`SELECT kind FROM document WHERE id = ${document}`)
  return next.speakers.map(({ label, role }, at) => {
    const known = old.find((speaker) => speaker.label === label)
    if (known) return known.id
    const who = named[at] === undefined ? (proposed[at] ?? null) : (named[at] ?? null)
    const participant =
      heir ??
      (who === null ? null : participantByName(context, who, kind === 'workshop' ? 'colleague' : 'resident'))
    return db.run(sql`
      INSERT INTO speaker (guid, document, label, role, participant)
      VALUES (${ids()}, ${document}, ${label}, ${role}, ${role === 'participant' ? participant : null})`).id
  })
}

/** The document's facts follow the new file; an original is kept when one was kept before, or when asked for now. */
function describe(
  { db }: CommandContext,
  document: number,
  { file }: Staged,
  { correction, corrected }: { correction: Correction; corrected: Corrected },
): void {
  const { format, layout, sha256 } = corrected.document
  db.run(sql`
    UPDATE document SET format = ${format}, layout = ${layout}, source_name = ${file.name}, sha256 = ${sha256},
      report = ${JSON.stringify(reportOf(corrected.document))} WHERE id = ${document}`)
  const facts: [string, Value | undefined][] = [
    ['name', correction.name],
    ['kind', correction.kind],
    ['date', correction.date],
    ['journey', correction.journey],
    ['wave', correction.wave],
  ]
  for (const [column, value] of facts) {
    if (value !== undefined)
      db.run(sql`UPDATE document SET ${{ text: `${column} = ?`, values: [value] }} WHERE id = ${document}`)
  }
  const hadOriginal = db.value(sql`SELECT 1 FROM document_original WHERE id = ${document}`) !== undefined
  if (hadOriginal || correction.keepOriginal === true) {
    db.run(sql`
      INSERT INTO document_original (id, bytes) VALUES (${document}, ${file.bytes}) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes`)
  }
}
