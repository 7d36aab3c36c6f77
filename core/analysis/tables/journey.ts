/** One participant's journey as a table: a row for each touchpoint and feeling of each passage. */
import type { z } from 'zod'
import type { mapping } from '../../contract/mapping.ts'
import { clockTime } from '../../exporting/dataset.ts'
import type { Span } from '../../text/spans.ts'
import { COUNT, said, TRANSCRIPT, type Sheet, type ViewTable } from './table.ts'

type Journey = z.input<typeof mapping.journey.output>

type Open = (place: Span & { document: number }) => boolean

/** `open` tells whether a passage may be quoted: nobody's words leave the project who said no. */
export function journeyTable({ participant, steps }: Journey, open: Open): ViewTable {
  return {
    title: `The journey of ${participant.name}`,
    paper: { ...journeyPaper(steps, open), shaded: false },
    columns: [
      { key: 'participant', meaning: 'Pseudonym', holds: 'text' },
      {
        key: 'step',
        meaning: 'Place in the order they told it; rows with the same number are on the same words',
        holds: COUNT,
      },
      { key: 'stage', meaning: 'Stage of the touchpoint', holds: 'text' },
      { key: 'touchpoint', meaning: 'Short id of the touchpoint', holds: 'text' },
      { key: 'touchpoint_name', meaning: 'Its name', holds: 'text' },
      { key: 'at', meaning: 'Time in the recording, where the transcript has times', holds: 'h:mm:ss' },
      { key: 'emotion', meaning: 'Short id of an emotion on the passage', holds: 'text' },
      { key: 'emotion_name', meaning: 'Its name', holds: 'text' },
      {
        key: 'intensity',
        meaning: 'Its strength: 1 mild, 2 clear, 3 strong; empty counts as clear',
        holds: '1 to 3',
      },
      { key: 'positive', meaning: 'Whether the passage pleased them', holds: 'yes or no' },
      { key: 'negative', meaning: 'Whether it displeased them', holds: 'yes or no' },
      { key: 'frustration', meaning: 'Strongest frustration on it', holds: '0 to 3' },
      { key: 'reasons', meaning: 'Reasons on it', holds: 'names parted by semicolons' },
      { key: 'quote', meaning: 'Their words, with their consent to be quoted', holds: 'text' },
      { key: 'coder', meaning: 'Who coded it', holds: 'text' },
      ...TRANSCRIPT,
      { key: 'start', meaning: 'First character, counted from 0 in UTF-16 units', holds: COUNT },
      { key: 'end', meaning: 'Character after the last, counted the same way', holds: COUNT },
    ],
    rows: steps.flatMap(({ passage, touchpoints, positive, negative, frustration }, at) => {
      const emotions = passage.codes.filter(({ family }) => family === 'emotion')
      const reasons = passage.codes.filter(({ family }) => family === 'reason')
      const after = [
        positive ? 'yes' : 'no',
        negative ? 'yes' : 'no',
        frustration,
        reasons.map(({ name }) => name).join('; '),
        open(passage) ? passage.quote : '',
        passage.coder,
        passage.document,
        passage.documentName,
        passage.start,
        passage.end,
      ]
      return touchpoints.flatMap(({ id, name, stage }) =>
        (emotions.length > 0 ? emotions : [NONE]).map((emotion) => [
          participant.name,
          at + 1,
          stage,
          id,
          name,
          passage.at === null ? null : clockTime(passage.at),
          emotion.code,
          emotion.name,
          emotion.intensity,
          ...after,
        ]),
      )
    }),
  }
}

/** A step a row. */
function journeyPaper(steps: Journey['steps'], open: Open): Sheet {
  const namesOf = (codes: Journey['steps'][number]['passage']['codes'], family: string): string =>
    codes
      .filter((code) => code.family === family)
      .map(({ name, intensity }) => (intensity === null ? name : `${name} (${intensity})`))
      .join('; ')
  return {
    columns: [
      { key: 'step', meaning: 'Place in the order they told it', holds: COUNT },
      said('touchpoints', 'What it is about'),
      said('emotions', 'Feelings with their strength, 1 to 3'),
      said('reasons', 'Reasons on it'),
      said('quote', 'Their words'),
      said('transcript', 'Where it stands'),
    ],
    rows: steps.map(({ passage, touchpoints }, at) => [
      at + 1,
      touchpoints.map(({ name }) => name).join('; '),
      namesOf(passage.codes, 'emotion'),
      namesOf(passage.codes, 'reason'),
      open(passage) ? passage.quote : '',
      passage.documentName,
    ]),
  }
}

/** Where nothing was felt the row stays, without an emotion. */
const NONE = { code: null, name: null, intensity: null }
