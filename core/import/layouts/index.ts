/** Every layout the importer knows. Where two are equally sure, the earlier one is taken. */
import { cues, voices, writtenCues } from './cues.ts'
import { formatting } from './formatting.ts'
import { hearing } from './hearing.ts'
import { inlineTurns } from './inline.ts'
import type { Layout } from './layout.ts'
import { googleMeet } from './meet.ts'
import { oneSided } from './onesided.ts'
import { plain } from './plain.ts'
import * as prefixes from './prefixes.ts'
import { survey } from './survey.ts'
import { alternatingTable, stackedTable, turnTable } from './tables.ts'
import { teams2022 } from './teams2022.ts'
import * as timed from './timed.ts'

export const LAYOUTS: readonly Layout[] = [
  survey,
  voices,
  teams2022,
  timed.teams,
  googleMeet,
  timed.otter,
  timed.rev,
  timed.nameTime,
  timed.timeName,
  timed.zoomCaptions,
  timed.wordTranscribe,
  stackedTable,
  turnTable,
  alternatingTable,
  hearing,
  prefixes.numberedAnswers,
  prefixes.wordPrefix,
  prefixes.labelLine,
  prefixes.bracketPrefix,
  prefixes.tabPrefix,
  prefixes.dotPrefix,
  prefixes.boldPrefix,
  prefixes.dashPrefix,
  prefixes.barePrefix,
  inlineTurns,
  oneSided,
  formatting,
  cues,
  writtenCues,
  plain,
]
