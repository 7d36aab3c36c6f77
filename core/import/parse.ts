/** Turns what a format reader found into a transcript: picks the layout, reads it, accounts for every character. */
import { createHash } from 'node:crypto'
import { type Choice, chooseLayout } from './layouts/choose.ts'
import type { Layout, Reading } from './layouts/layout.ts'
import { proposeAliases } from './layouts/support/aliases.ts'
import { Assembler } from './layouts/support/assemble.ts'
import { anchorComments } from './layouts/support/comments.ts'
import { conflicts, gatherMetadata } from './layouts/support/metadata.ts'
import { guessRoles } from './layouts/support/roles.ts'
import { examine, type Script } from './layouts/support/script.ts'
import { surveyCases } from './layouts/survey.ts'
import type { Metadata, ParsedCases, ParsedDocument, ParseOptions, Source, Warning } from './model.ts'
import { readSource, type SourceFile } from './read.ts'

export { LAYOUTS } from './layouts/index.ts'

/** Reads a file and understands it. Throws `ImportError` when the file cannot be read. */
export async function parseFile(
  file: SourceFile,
  options: ParseOptions = {},
): Promise<ParsedDocument | ParsedCases> {
  const source = await readSource(file, options.encoding === undefined ? {} : { encoding: options.encoding })
  const named = { name: file.name, sha256: createHash('sha256').update(file.bytes).digest('hex') }
  const cases = options.layout === undefined ? surveyCases(source) : null
  if (!cases) return parseSource(source, named, options)
  return {
    cases: cases.map(({ participant, attributes, source }) => ({
      participant,
      attributes,
      document: {
        ...parseSource(source, named, { layout: 'survey' }),
        name: `${named.name} – ${participant}`,
      },
    })),
  }
}

/** Understands a source. Pure: the same source always gives the same document. */
export function parseSource(
  source: Source,
  file: { name: string; sha256: string },
  options: ParseOptions = {},
): ParsedDocument {
  const script = examine(source)
  const choice = chooseLayout(script, options.layout)
  const { layout, candidate } = choice
  const reading = candidate.read()
  const built = new Assembler(script).run(reading.rows)
  const { text, turns, ignored, characters } = built
  const { comments, warnings } = anchorComments(source, built)
  const metadata = gather(script, reading, file.name)
  const speakers = guessRoles(built.labels, turns, text, script.front, reading.roles)
  const undecided = reading.undecided ?? speakers.length === 0
  const possible = [...new Set(reading.possible)]
  return {
    name: file.name,
    format: source.format,
    layout: layout.id,
    confidence: round(candidate.confidence),
    undecided,
    text,
    turns,
    speakers,
    metadata,
    ignored,
    comments,
    characters,
    aliases: proposeAliases(speakers, turns),
    warnings: [
      ...source.warnings,
      ...noSpeakers(layout, undecided, text),
      ...unfitting(options.layout, layout),
      ...(reading.warnings ?? []),
      ...possibleLabels(possible),
      ...hidden(script),
      ...warnings,
      ...conflicts(metadata),
    ],
    ...(source.encoding !== undefined && { encoding: source.encoding }),
    sha256: file.sha256,
    ...(possible.length > 0 && { possibleLabels: possible }),
    alternatives: alternatives(choice),
  }
}

function gather(script: Script, reading: Reading, file: string): Metadata[] {
  const talkAt = reading.rows.findIndex((row) => row.as === 'speech')
  const before = reading.rows.slice(0, talkAt < 0 ? 8 : talkAt)
  const headings = before.filter((row) => row.as === 'heading')
  const notes = before.filter((row) => row.as === 'note')
  const titles = headings.length > 0 ? [...headings, ...notes].map(({ line }) => line) : []
  return [...gatherMetadata(script, file, titles), ...(reading.metadata ?? [])]
}

function alternatives({ others }: Choice): ParsedDocument['alternatives'] {
  return others
    .slice(0, 5)
    .map(({ layout, candidate }) => ({ layout: layout.id, confidence: round(candidate.confidence) }))
}

/** Number of turns when adjacent speech of one speaker counts once; events and headings do not part it. */
export function mergedTurns(document: Pick<ParsedDocument, 'turns'>): number {
  let turns = 0
  let last: number | null = null
  for (const { kind, speaker } of document.turns) {
    if (kind !== 'speech') continue
    if (speaker === null || speaker !== last) turns++
    last = speaker
  }
  return turns
}

const round = (confidence: number) => Math.round(confidence * 100) / 100

function noSpeakers(layout: Layout, undecided: boolean, text: string): Warning[] {
  if (!undecided || text === '' || layout.id === 'survey') return []
  const message =
    'Who speaks could not be told in this file, so its text was imported without speakers. ' +
    'Choose another layout in the preview, or add speaker labels to the file and import it again.'
  return [{ code: 'undecided-speakers', message }]
}

function unfitting(wanted: string | undefined, taken: Layout): Warning[] {
  if (wanted === undefined || wanted === taken.id) return []
  const message = `The layout that was asked for does not fit this file, so it was read as “${taken.name}”. Choose one of the layouts that are offered.`
  return [{ code: 'layout-does-not-fit', message }]
}

function possibleLabels({ length: n }: string[]): Warning[] {
  if (n === 0 || n > 40) return []
  const lines = n === 1 ? '1 opening looks' : `${n} openings look`
  const message = `${lines} like a speaker label but came too rarely to be believed, and stayed text. Check this in the preview.`
  return [{ code: 'possible-labels', message }]
}

function hidden(script: Script): Warning[] {
  if (!script.cut.reordering) return []
  const message =
    'The file holds invisible characters that change the order in which text is shown. They were taken out; compare the names in the preview.'
  return [{ code: 'hidden-direction-marks', message }]
}
