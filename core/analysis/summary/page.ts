/** The summary of a touchpoint as one page for a report. */
import type { SummaryOut } from '../shapes.ts'
import { drawProfile } from '../draw/profile.ts'
import { heading, line, quiet, section, table, type Block } from '../paper/blocks.ts'
import { formatNumber } from '../stats/format.ts'

type PassageOut = SummaryOut['wanted'][number]

/** More than this, and a list says how many others there are. */
const MOST = 8

/** `open` tells whether a passage may be quoted: in a file, nobody's words stand who said no. */
export function summaryBlocks(summary: SummaryOut, open: (passage: PassageOut) => boolean): Block[] {
  const { touchpoint, n, quotes, confidence } = summary
  const place = [touchpoint.journey, touchpoint.stage].filter(
    (part) => part !== '' && part !== touchpoint.name,
  )
  return [
    heading(1, touchpoint.name),
    quiet([...place, touchpoint.code].join(' › ')),
    ...(touchpoint.definition ? [line(touchpoint.definition)] : []),
    ...(touchpoint.clock ? [line(`Clock: ${touchpoint.clock}.`)] : []),
    quiet(n.sentence),
    ...section(2, 'In short', [{ kind: 'list', items: summary.text.map(({ sentence }) => sentence) }]),
    ...section(2, 'Emotions', emotionBlocks(summary)),
    ...section(2, 'Why', whyBlocks(summary)),
    ...section(2, 'Wanted instead', quotesOf(summary.wanted, open)),
    ...section(2, 'What colleagues said', colleagueBlocks(summary, open)),
    ...section(2, 'Also coded here', layerBlocks(summary)),
    ...section(2, 'In their words', quoteBlocks(quotes)),
    {
      kind: 'box',
      title: 'How far to trust this',
      items: [
        `${confidence.complete} of ${confidence.documents} transcripts marked complete; coders: ${confidence.coders}.`,
        confidence.agreement,
        ...confidence.warnings,
      ],
    },
  ]
}

function emotionBlocks({ emotions, n, intensity: [mild, clear, strong] }: SummaryOut): Block[] {
  if (emotions.length === 0) return []
  const svg = drawProfile(emotions, n.E)
  const alt = emotions.map(({ name, participants }) => `${name}: ${participants} of ${n.E}`).join('; ')
  const rows = emotions.map(({ name, participants, passages, intensity }) => [
    name,
    `${participants} of ${n.E}`,
    formatNumber(passages),
    intensity === null ? '' : formatNumber(intensity, 1),
  ])
  return [
    { kind: 'picture', svg, alt },
    ...table(['Emotion', 'Participants', 'Passages', 'Mean intensity (1 to 3)'], rows, [1, 2, 3]),
    line(`Participants by their strongest frustration: mild ${mild}, clear ${clear}, strong ${strong}.`),
  ]
}

function whyBlocks({ why }: SummaryOut): Block[] {
  const rows = why.map(({ name, participants, passages }) => [
    name,
    formatNumber(participants),
    formatNumber(passages),
  ])
  return table(['Reason', 'Participants', 'Passages'], rows, [1, 2])
}

function colleagueBlocks({ colleagues }: SummaryOut, open: (passage: PassageOut) => boolean): Block[] {
  const { sessions, speakers, passages } = colleagues
  if (sessions === 0) return []
  return [line(`Sessions: ${sessions}; speakers: ${speakers}.`), ...quotesOf(passages, open)]
}

function layerBlocks({ layers }: SummaryOut): Block[] {
  const rows = layers.map(({ name, participants, passages }) => [
    name,
    formatNumber(participants),
    formatNumber(passages.length),
  ])
  return table(['Layer', 'Participants', 'Passages'], rows, [1, 2])
}

function quoteBlocks({ chosen, counterExample, seed }: SummaryOut['quotes']): Block[] {
  const quotes = chosen.map((quote): Block => ({
    kind: 'quote',
    text: quote.quote,
    source: sourceOf(quote),
    note: quote.counterExample ? 'Counter-example.' : '',
  }))
  const how = `Quotes were drawn by chance within participants and strength of feeling, seed ${seed}.`
  return [...quotes, quiet([how, counterExample].join(' ').trim())]
}

function quotesOf(passages: readonly PassageOut[], open: (passage: PassageOut) => boolean): Block[] {
  const quotes = passages
    .filter(open)
    .slice(0, MOST)
    .map((passage): Block => ({ kind: 'quote', text: passage.quote, source: sourceOf(passage) }))
  const others = passages.length - quotes.length
  return others > 0 ? [...quotes, quiet(`And ${others} more in the project.`)] : quotes
}

const sourceOf = ({ participantName, speakerLabel, documentName }: PassageOut): string =>
  `${participantName ?? speakerLabel ?? 'Not attributed'}, ${documentName}`
