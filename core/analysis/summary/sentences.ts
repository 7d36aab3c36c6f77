/** The summary's text: sentences put together from counts, each with the passages that carry it. */
import type { SummaryOut } from '../shapes.ts'
import { capitalised, counted, partOf, verbFor, type Noun } from '../stats/format.ts'
import { participantsIn, passagesIn, withCode, type Said } from './gather.ts'

type Sentence = SummaryOut['text'][number]

export interface Story {
  readonly name: string
  readonly noun: Noun
  readonly said: readonly Said[]
  readonly inScope: number
  /** How strong a passage's frustration is, 0 to 3. */
  readonly strength: (item: Said) => number
  readonly emotions: SummaryOut['emotions']
  readonly why: SummaryOut['why']
  readonly idOf: (key: string) => number
  readonly wanted: readonly Said[]
  readonly colleagues: {
    readonly sessions: number
    readonly speakers: number
    readonly passages: readonly number[]
  }
}

const STRONG = 3

export function sentencesFor(story: Story): Sentence[] {
  const spoke = participantsIn(story.said).size
  if (spoke === 0) {
    const nobody = `${capitalised(partOf(0, story.inScope, story.noun))} spoke of “${story.name}”.`
    return [{ sentence: nobody, passages: [] }, ...colleagueSentence(story)]
  }
  return [
    ...reachSentence(story, spoke),
    ...frustrationSentences(story, spoke),
    ...reasonSentence(story),
    ...otherEmotionSentence(story, spoke),
    ...positiveSentences(story, spoke),
    ...wantedSentence(story, spoke),
    ...colleagueSentence(story),
  ]
}

function reachSentence({ name, noun, said, inScope }: Story, spoke: number): Sentence[] {
  return [
    {
      sentence: `${capitalised(partOf(spoke, inScope, noun))} spoke of “${name}”.`,
      passages: passagesIn(said),
    },
  ]
}

const who = (count: number, spoke: number, noun: Noun): string =>
  capitalised(partOf(count, spoke, noun, 'who talked about it'))

function frustrationSentences({ said, strength, noun }: Story, spoke: number): Sentence[] {
  const felt = said.filter((item) => strength(item) > 0)
  const strong = said.filter((item) => strength(item) === STRONG)
  const frustrated = participantsIn(felt).size
  const were = verbFor(frustrated, 'was', 'were')
  const sentence = `${who(frustrated, spoke, noun)} ${were} frustrated by it.`
  const strongly = participantsIn(strong).size
  return [
    { sentence, passages: passagesIn(felt) },
    ...(strongly > 0
      ? [{ sentence: `Strong frustration: ${counted(strongly, noun)}.`, passages: passagesIn(strong) }]
      : []),
  ]
}

function reasonSentence({ why, noun, said, idOf }: Story): Sentence[] {
  const [first] = why
  if (!first) return []
  const top = why.filter(({ participants }) => participants === first.participants)
  const names = listed(top.map(({ name }) => name))
  const sentence =
    top.length === 1
      ? `The reason most often given was ${names} (${counted(first.participants, noun)}).`
      : `The reasons most often given were ${names} (${counted(first.participants, noun)} each).`
  return [
    {
      sentence,
      passages: withAny(
        said,
        top.map(({ code }) => idOf(code)),
      ),
    },
  ]
}

/** The commonest unpleasant feeling beside frustration. */
function otherEmotionSentence({ emotions, noun, said, idOf }: Story, spoke: number): Sentence[] {
  const [most] = emotions
    .filter(({ valence, code }) => valence === 'neg' && code !== 'frustration')
    .sort((a, b) => b.participants - a.participants)
  if (!most) return []
  const sentence = `Beside frustration, the feeling most often heard was ${most.name.toLocaleLowerCase('en-GB')}: ${partOf(most.participants, spoke, noun)}.`
  return [{ sentence, passages: passagesIn(withCode(said, idOf(most.code))) }]
}

function positiveSentences({ said, strength, noun }: Story, spoke: number): Sentence[] {
  const pleased = said.filter(({ felt }) => felt.positive)
  const positive = participantsIn(pleased)
  if (positive.size === 0) return [{ sentence: 'Nobody spoke well of it.', passages: [] }]
  const frustrated = participantsIn(said.filter((item) => strength(item) > 0))
  const both = [...positive].filter((participant) => frustrated.has(participant)).length
  const them = both > 1 && both === positive.size ? 'all' : both
  const also = both > 0 ? `; ${them} of them ${verbFor(both, 'was', 'were')} also frustrated` : ''
  return [
    {
      sentence: `${who(positive.size, spoke, noun)} spoke well of it${also}.`,
      passages: passagesIn(pleased),
    },
  ]
}

function wantedSentence({ wanted, noun }: Story, spoke: number): Sentence[] {
  if (wanted.length === 0) return []
  const people = participantsIn(wanted).size
  return [
    {
      sentence: `${who(people, spoke, noun)} said what they would have wanted instead.`,
      passages: passagesIn(wanted),
    },
  ]
}

/** Colleagues as counts of sessions and speakers, never as percentages. */
function colleagueSentence({ colleagues: { sessions, speakers, passages } }: Story): Sentence[] {
  if (sessions === 0) return []
  const where = counted(sessions, { one: 'session', many: 'sessions' })
  const whom = counted(speakers, { one: 'colleague', many: 'colleagues' })
  return [{ sentence: `${capitalised(whom)} spoke of it, in ${where}.`, passages: [...passages] }]
}

const withAny = (said: readonly Said[], codes: readonly number[]): number[] =>
  passagesIn(said.filter(({ evidence }) => codes.some((code) => evidence.codes.includes(code))))

const listing = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const listed = (names: readonly string[]): string => listing.format(names.map((name) => `“${name}”`))
