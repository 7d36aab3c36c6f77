/** Stores what was read: one step for each file, all of it or nothing. */
import type { CommandContext, JobContext } from '../context.ts'
import { coderByName } from '../context.ts'
import { CoreError } from '../contract/errors.ts'
import type { Correction } from '../contract/importing.ts'
import { passageAt } from '../codings/passages.ts'
import type { ReadableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { storeDocument } from '../documents/store.ts'
import type { ParsedDocument } from '../import/model.ts'
import { attributeByHeading, listAttributes, setAttributeValue } from '../participants/attributes.ts'
import { participantByName } from '../participants/people.ts'
import { trimSpan } from '../text/spans.ts'
import { correctedDocument } from './corrected.ts'
import { attributeFor, certainAttributes, certainValue, participantNames } from './people.ts'
import { dateOf, documentsOf, isCases, kindOf, nameOf, summaryOf } from './preview.ts'
import type { Staged } from './staging.ts'

/** The name of a document with the same content, when the project has one. */
export function duplicateOf(db: ReadableDb, sha256: string): string | null {
  return db.value<string>(sql`SELECT name FROM document WHERE sha256 = ${sha256} ORDER BY id LIMIT 1`) ?? null
}

export const sha256Of = ({ parsed }: Pick<Staged, 'parsed'>): string => documentsOf(parsed)[0]?.sha256 ?? ''

/** Stores one staged file. Throws `duplicate`, and whatever else is wrong, with nothing written. */
export function storeStaged(context: JobContext, staged: Staged, correction: Correction) {
  const { parsed, file } = staged
  const known = duplicateOf(context.db, sha256Of(staged))
  if (known !== null && correction.allowDuplicate !== true) {
    throw new CoreError(
      'duplicate',
      `${file.name} is already in this project as “${known}”. To import it a second time, allow duplicates for this file.`,
    )
  }
  const { result, step } = context.write('importing.store', (command) => {
    const documents = documentsOf(parsed).map((document, index) =>
      storeOne(command, staged, { document, index, correction }),
    )
    const [only] = documents
    const turns = only?.turns === 1 ? '1 turn' : `${only?.turns ?? 0} turns`
    command.say(
      isCases(parsed)
        ? `Imported ${nameOf(file.name)} (${documents.length} cases)`
        : `Imported ${only?.name ?? file.name} (${turns})`,
    )
    return documents
  })
  return result.map((document) => ({ ...document, staged: staged.id, file: file.name, step }))
}

interface Part {
  document: ParsedDocument
  /** Which case of a survey; 0 for a document. */
  index: number
  correction: Correction
}

function storeOne(context: CommandContext, staged: Staged, part: Part) {
  const { correction } = part
  // The numbers in `notSpeech` count one document's turns; cases have no lines to mark.
  const { notSpeech: _, ...forCases } = correction
  const { document, named } = correctedDocument(part.document, isCases(staged.parsed) ? forCases : correction)
  checkText(document)
  const name = freeName(context, wantedName(staged, document, correction))
  const participants = participantNames(document, name).map((proposed, at) =>
    named[at] === undefined ? proposed : named[at],
  )
  const kind = correction.kind ?? kindOf(staged.parsed)
  const speakers = document.speakers.map(({ label, role }, at) => {
    const who = participants[at] ?? null
    const wanted = correction.speakers?.find(
      (change) => (change.rename ?? change.label) === label,
    )?.participantRole
    return {
      label,
      role,
      participant:
        who === null
          ? null
          : personByName(context, who, wanted ?? (kind === 'workshop' ? 'colleague' : 'resident')),
    }
  })
  const id = storeDocument(context, {
    name,
    kind,
    journey: correction.journey ?? null,
    wave: correction.wave ?? null,
    date: correction.date === undefined ? dateOf(document.metadata) : correction.date,
    format: document.format,
    layout: document.layout,
    sourceName: staged.file.name,
    sha256: document.sha256,
    report: reportOf(document),
    ...(correction.keepOriginal === true && { original: staged.file.bytes }),
    speakers,
    turns: turnsOf(document),
  })
  const people = [...new Set(speakers.flatMap(({ participant }) => participant ?? []))]
  setAttributes(context, people, { staged, part, document })
  storeComments(context, id, document)
  const summary = summaryOf(document, name)
  return {
    document: id,
    name,
    ...summary,
    speakers: summary.speakers.map((speaker, at) => ({ ...speaker, participant: participants[at] ?? null })),
  }
}

/** Turns as they are stored: their own words, for the text is nothing but them. */
export const turnsOf = ({ turns, text }: ParsedDocument) =>
  turns.map(({ kind, speaker, start, end, startMs, endMs }) => ({
    kind,
    speaker,
    text: text.slice(start, end),
    at: startMs ?? null,
    until: endMs ?? null,
  }))

/** Comments point into the parsed text; the stored one is put together from turns. They must be the same. */
export function checkText(document: ParsedDocument): void {
  if (
    turnsOf(document)
      .map(({ text }) => text)
      .join('\n') !== document.text
  ) {
    throw new Error(`the turns of a ${document.format} file (${document.layout}) do not add up to its text`)
  }
}

/** What is kept about how a document was understood, for the import report. No transcript text. */
export function reportOf(document: ParsedDocument): object {
  const { layout, confidence, undecided, encoding, warnings, characters, metadata, aliases } = document
  const ignored = document.ignored.reduce((sum, { times = 1 }) => sum + times, 0)
  return {
    layout,
    confidence,
    undecided,
    encoding: encoding ?? null,
    warnings,
    characters,
    ignored,
    metadata,
    aliases,
  }
}

function wantedName({ parsed, file }: Staged, document: ParsedDocument, { name }: Correction): string {
  const whole = name ?? nameOf(file.name)
  return isCases(parsed) ? document.name.replace(file.name, () => whole) : whole
}

/** Names are how people and scripts point at a document, so a second one of a name gets a number. */
export function freeName(context: CommandContext, wanted: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted} (${n})`
    if (context.db.value(sql`SELECT 1 FROM document WHERE name = ${name} COLLATE NOCASE`) === undefined)
      return name
  }
}

/** “p07” in one file and “P07” in another are one person. */
export function personByName(context: CommandContext, name: string, role: string): number {
  const known = context.db.value<number>(sql`SELECT id FROM participant WHERE name = ${name} COLLATE NOCASE`)
  return known ?? participantByName(context, name, role)
}

/** Facts the file states beyond doubt go to its one participant; what the researcher says goes to all of its participants. */
function setAttributes(
  context: CommandContext,
  people: readonly number[],
  { staged, part, document }: { staged: Staged; part: Part; document: ParsedDocument },
): void {
  const attributes = listAttributes(context.db)
  const [only, ...others] = people
  if (only !== undefined && others.length === 0) {
    for (const [key, value] of Object.entries(certainAttributes(document.metadata, attributes)))
      setIfNew(context, only, key, value)
    if (isCases(staged.parsed)) {
      for (const [heading, value] of Object.entries(staged.parsed.cases[part.index]?.attributes ?? {})) {
        const attribute = attributeFor(heading, attributes)
        const certain = attribute && certainValue(attribute, value)
        // A column the study does not know, or a value its attribute does not have, stays in the words of the survey.
        const key = attribute && certain !== null ? attribute.id : attributeByHeading(context, heading)
        setIfNew(context, only, key, certain ?? value)
      }
    }
  }
  for (const person of people) {
    for (const [key, value] of Object.entries(part.correction.attributes ?? {}))
      setAttributeValue(context, person, key, value)
  }
}

/** What a researcher has already entered about a person is never overwritten by a file. */
function setIfNew(context: CommandContext, participant: number, key: string, value: string): void {
  const known = context.db.value(sql`
    SELECT 1 FROM participant_attribute AS v JOIN attribute AS a ON a.id = v.attribute WHERE v.participant = ${participant} AND a.key = ${key}`)
  if (known === undefined) setAttributeValue(context, participant, key, value)
}

/** A reviewer's comment becomes a memo of theirs on the words it was made on, or on the document when there are none. */
export function storeComments(
  context: CommandContext,
  document: number,
  { comments, text }: ParsedDocument,
): void {
  const known = memosOf(context, document)
  for (const comment of comments) {
    if (known.has(comment.text)) continue
    const { start, end } = trimSpan(text, comment)
    const coder = coderByName(context, comment.author.trim() || 'Reviewer')
    const [target, id] =
      start < end ? ['passage', passageAt(context, { document, start, end }, coder)] : ['document', document]
    context.db.run(sql`
      INSERT INTO memo (guid, target, target_id, text, coder, created, changed)
      VALUES (${context.ids()}, ${target}, ${id}, ${comment.text}, ${coder}, ${context.clock()}, ${context.clock()})`)
  }
}

/** A corrected version of a file usually still holds the comments of the version before: they are not stored twice. */
function memosOf({ db }: CommandContext, document: number): Set<string> {
  const texts = db.rows<[string]>(sql`
    SELECT m.text FROM memo AS m LEFT JOIN passage AS p ON m.target = 'passage' AND p.id = m.target_id
    WHERE p.document = ${document} OR (m.target = 'document' AND m.target_id = ${document})`)
  return new Set(texts.map(([text]) => text))
}
