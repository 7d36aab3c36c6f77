/** Every verb of the command line, in the order help lists them. */
import type { Verb } from '../verb.ts'
import { ask } from './ask.ts'
import { codeVerb } from './code.ts'
import { codes } from './codes.ts'
import { document, documents, status } from './documents.ts'
import { exportVerb } from './export.ts'
import { heatmap, report, summary } from './figures.ts'
import { log, redo, undo } from './history.ts'
import { importVerb } from './import.ts'
import { journeys } from './journeys.ts'
import { lists } from './lists.ts'
import { participants } from './participants.ts'
import { check, newVerb, settings } from './projects.ts'
import { replace } from './replace.ts'
import { review } from './review.ts'
import { passages, search } from './search.ts'
import { openVerb, serve } from './serving.ts'
import { suggest } from './suggest.ts'

export const VERBS: { heading: string; verbs: Verb[] }[] = [
  { heading: 'Projects', verbs: [newVerb, openVerb, serve, check, settings] },
  {
    heading: 'Transcripts and people',
    verbs: [importVerb, replace, documents, document, status, participants],
  },
  { heading: 'Coding', verbs: [codes, codeVerb, passages, search, suggest] },
  { heading: 'Findings', verbs: [heatmap, summary, ...journeys, ...review, report, exportVerb] },
  { heading: 'History', verbs: [undo, redo, log] },
  { heading: 'Lists', verbs: lists },
  { heading: 'Scripts', verbs: [ask] },
]
