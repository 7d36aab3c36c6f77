/** Everything a researcher can do that changes a study, each with a throw of dice for what it is done to. */
import type { Input, Name, Output } from '../../core/contract/index.ts'
import type { TestProject } from './project.ts'

/** Numbers thrown for one act; what they choose from is up to the act. */
type Dice = readonly [number, number, number]

const KEYS = ['CMP3.1', 'REP1.1', 'frustration', 'anger', 'relief', 'why.delay', 'channel.phone'] as const
const WORDS = ['Nobody came', 'three weeks 😤', 'rang and rang', 'é, later', 'it is fine now'] as const

/** One of a list; undefined only when it is empty. */
const pick = <T>(list: readonly T[], dice: number): T | undefined => list[dice % Math.max(1, list.length)]
const word = (dice: number) => pick(WORDS, dice) ?? ''

interface Look {
  documents: Output<'documents.list'>['documents']
  participants: Output<'participants.list'>['participants']
  codes: Output<'codebook.list'>['codes']
}

/** What an act is done to. It gives the acts plain numbers for ids, as a script would. */
class Hand {
  readonly study: TestProject
  readonly dice: Dice
  readonly #look: Look
  constructor(study: TestProject, dice: Dice, look: Look) {
    this.study = study
    this.dice = dice
    this.#look = look
  }

  static async at(study: TestProject, dice: Dice): Promise<Hand> {
    const { documents } = await study.ask('documents.list', {})
    const { participants } = await study.ask('participants.list', {})
    const { codes } = await study.ask('codebook.list', {})
    return new Hand(study, dice, { documents, participants, codes })
  }

  ask<K extends Name>(name: K, input: object): Promise<Output<K>> {
    return this.study.ask(name, input as Input<K>, pick(['Amina', 'Ben'], this.dice[2]))
  }

  document = () => pick(this.#look.documents, this.dice[0])?.document ?? 0
  participant = (by: 0 | 1 = 0) => pick(this.#look.participants, this.dice[by])?.id ?? 0
  /** 0, which nothing is, for a code that was removed or merged. */
  code = (by: 0 | 1 = 1) => {
    const key = pick(KEYS, this.dice[by])
    return this.#look.codes.find(({ code }) => code === key)?.id ?? 0
  }
  theme = (by: 0 | 1) => {
    const themes = this.#look.codes.filter(({ family }) => family === 'theme')
    return pick(themes, this.dice[by])?.id ?? 0
  }
  emotion = (by: 0 | 1) => {
    const emotions = this.#look.codes.filter(({ family }) => family === 'emotion')
    return pick(emotions, this.dice[by])?.id ?? 0
  }

  async read(): Promise<Output<'documents.read'>> {
    return this.ask('documents.read', { document: this.document() })
  }

  async passage() {
    const { passages } = await this.ask('codings.inDocument', { document: this.document() })
    return pick(passages, this.dice[1])
  }

  /** A stretch of a transcript. */
  async place() {
    const { document, text } = await this.read()
    const start = this.dice[1] % Math.max(1, text.length)
    const end = Math.min(text.length, start + 1 + (this.dice[2] % 60))
    return { document, start, end }
  }
}

type Act = (hand: Hand) => Promise<unknown>

const transcript = (dice: Dice): string =>
  [
    'Interviewer: What happened then?',
    `P${dice[0] % 7}: ${word(dice[1])}. I rang and rang, and ${word(dice[2])}.`,
    'Interviewer: And now?',
    `P${dice[0] % 7}: ${word(dice[0] + dice[1])}, is all I can say.`,
  ].join('\n')

const file = (text: string, name: string) => ({ name, bytes: new TextEncoder().encode(text) })

const CODEBOOK = 'code,family,name,definition,valence\n'

/** By name, so that a failing history can be read. Each may find nothing to act on; the program then says so. */
export const ACTS = {
  'import a transcript': async (hand) => {
    const { previews } = await hand.ask('importing.preview', {
      files: [file(transcript(hand.dice), `P${hand.dice[0] % 7}.txt`)],
    })
    const files = previews.map(({ staged }) => ({ staged, keepOriginal: hand.dice[1] % 2 === 0 }))
    return hand.ask('importing.store', { files })
  },
  'replace a transcript': async (hand) => {
    const { text } = await hand.read()
    const turns = text.replaceAll(/weeks|came/g, 'months').split('\n')
    const lines = turns.map((turn, place) => `${place % 2 === 0 ? 'Interviewer' : 'P01'}: ${turn}`)
    const { preview } = await hand.ask('importing.replacePreview', {
      document: hand.document(),
      file: file(lines.join('\n'), 'again.txt'),
    })
    return hand.ask('importing.replace', { document: hand.document(), file: { staged: preview.staged } })
  },
  'correct a turn': async (hand) => {
    const { document, turns, text } = await hand.read()
    const turn = pick(turns, hand.dice[1])
    if (!turn) return
    const edits = [
      { edit: 'text', turn: turn.id, text: `${word(hand.dice[2])}, ${text.slice(turn.start + 3, turn.end)}` },
      { edit: 'text', turn: turn.id, text: '' },
      { edit: 'split', turn: turn.id, at: Math.floor((turn.start + turn.end) / 2) },
      { edit: 'join', turn: turn.id },
      { edit: 'speaker', turns: [turn.id], speaker: { label: 'Neighbour' } },
      { edit: 'kind', turns: [turn.id], kind: 'event' },
    ]
    return hand.ask('documents.correct', { document, change: pick(edits, hand.dice[2]) })
  },
  'describe a transcript': (hand) =>
    hand.ask('documents.describe', {
      document: hand.document(),
      status: 'complete',
      wave: word(hand.dice[1]),
    }),
  'remove a transcript': (hand) => hand.ask('documents.remove', { document: hand.document() }),
  'change a speaker': async (hand) => {
    const { speakers } = await hand.read()
    const speaker = pick(speakers, hand.dice[1])?.id
    const role = pick(['participant', 'interviewer', 'other'], hand.dice[2])
    return hand.ask('documents.setSpeaker', { speaker, role, participant: hand.participant(1) || null })
  },
  'put an unplaced passage': async (hand) => {
    const { unplaced } = await hand.ask('importing.unplaced', {})
    return hand.ask('importing.place', { unplaced: pick(unplaced, hand.dice[0])?.id, start: 0, end: 9 })
  },
  'give up an unplaced passage': async (hand) => {
    const { unplaced } = await hand.ask('importing.unplaced', {})
    return hand.ask('importing.discard', { unplaced: [pick(unplaced, hand.dice[0])?.id] })
  },

  code: async (hand) => {
    const codes = [{ code: hand.code(0), intensity: 1 + (hand.dice[2] % 3) }, { code: hand.code() }]
    return hand.ask('codings.add', { ...(await hand.place()), codes })
  },
  'code every hit of a search': (hand) =>
    hand.ask('search.codeHits', {
      find: { text: 'rang OR came' },
      level: pick(['hit', 'sentence', 'turn'], hand.dice[2]),
      codes: [{ code: hand.code() }],
    }),
  'take a code off': async (hand) => {
    const coding = pick((await hand.passage())?.codings ?? [], hand.dice[2])
    return hand.ask('codings.remove', { codings: [coding?.id] })
  },
  'change a coding': async (hand) => {
    const coding = pick((await hand.passage())?.codings ?? [], hand.dice[2])
    return hand.ask('codings.change', { coding: coding?.id, code: hand.code(0), stance: 'implied' })
  },
  'move the edges of a passage': async (hand) => {
    const { start, end } = await hand.place()
    return hand.ask('codings.reshape', { passage: (await hand.passage())?.id, start, end })
  },
  'flag a passage': async (hand) =>
    hand.ask('codings.flag', { passage: (await hand.passage())?.id, flagged: hand.dice[2] % 2 === 0 }),
  'remove a passage': async (hand) =>
    hand.ask('codings.removePassage', { passage: (await hand.passage())?.id }),

  'write a memo on a passage': async (hand) =>
    hand.ask('memos.add', { on: { kind: 'selection', ...(await hand.place()) }, text: word(hand.dice[2]) }),
  'write a memo on a code': (hand) =>
    hand.ask('memos.add', { on: { kind: 'code', id: hand.code() }, text: word(hand.dice[2]) }),
  'change a memo': async (hand) => {
    const { memos } = await hand.ask('memos.list', {})
    return hand.ask('memos.change', { memo: pick(memos, hand.dice[0])?.memo, text: word(hand.dice[1]) })
  },
  'remove a memo': async (hand) => {
    const { memos } = await hand.ask('memos.list', {})
    return hand.ask('memos.remove', { memo: pick(memos, hand.dice[0])?.memo })
  },
  'set a bookmark': async (hand) =>
    hand.ask('bookmarks.toggle', { ...(await hand.place()), label: word(hand.dice[2]) }),
  'rename a bookmark': async (hand) => {
    const { bookmarks } = await hand.ask('bookmarks.list', {})
    const { bookmark } = pick(bookmarks, hand.dice[0]) ?? {}
    return hand.ask('bookmarks.rename', { bookmark, label: word(hand.dice[1]) })
  },
  'remove a bookmark': async (hand) => {
    const { bookmarks } = await hand.ask('bookmarks.list', {})
    return hand.ask('bookmarks.remove', { bookmark: pick(bookmarks, hand.dice[0])?.bookmark })
  },
  'accept a suggestion': async (hand) => {
    const { start, end, document } = await hand.place()
    return hand.ask('suggest.accept', { document, start, end, code: hand.emotion(0), intensity: 2 })
  },
  'reject a suggestion': async (hand) => hand.ask('suggest.reject', await hand.place()),

  'add a participant': (hand) =>
    hand.ask('participants.add', { name: `N${hand.dice[0] % 5}`, role: 'colleague' }),
  'set attributes': (hand) =>
    hand.ask('participants.change', {
      participant: hand.participant(),
      name: `${word(hand.dice[1])} ${hand.dice[2] % 9}`,
      consentQuotes: pick([true, false, null], hand.dice[2]),
      attributes: { tenure: word(hand.dice[1]), gender: pick(['', 'Woman'], hand.dice[2]) },
    }),
  'make an attribute': (hand) =>
    hand.ask('participants.setAttribute', {
      id: `extra_${hand.dice[0] % 3}`,
      name: word(hand.dice[1]),
      type: 'text',
      sensitivity: 'B',
      appliesTo: 'any',
    }),
  'read attributes from a table': (hand) =>
    hand.ask('participants.importTable', {
      csv: `participant,role,tenure,floor\nP01,resident,${word(hand.dice[0])},${hand.dice[1]}\nT${hand.dice[2] % 4},colleague,,2\n`,
    }),
  withdraw: (hand) =>
    hand.ask('participants.withdraw', { participant: hand.participant(), withdrawn: hand.dice[1] % 2 === 0 }),
  'use bands': (hand) => hand.ask('participants.useBands', {}),
  'merge participants': (hand) =>
    hand.ask('participants.merge', { from: hand.participant(0), into: hand.participant(1) }),

  'add a theme': (hand) =>
    hand.ask('codebook.add', {
      family: 'theme',
      name: `${word(hand.dice[0])} ${hand.dice[1] % 20}`,
      parent: hand.dice[2] % 2 === 0 ? hand.theme(0) || null : null,
    }),
  'change a code': (hand) =>
    hand.ask('codebook.change', {
      code: hand.code(),
      definition: word(hand.dice[0]),
      aliases: [word(hand.dice[2])],
    }),
  'change a short id': (hand) =>
    hand.ask('codebook.change', { code: hand.code(), shortId: `id-${hand.dice[2] % 5}` }),
  'move a theme': (hand) =>
    hand.ask('codebook.move', { codes: [hand.theme(0)], parent: hand.theme(1) || null }),
  'archive a code': (hand) =>
    hand.ask('codebook.archive', { code: hand.code(), archived: hand.dice[0] % 2 === 0 }),
  'remove a code': (hand) => hand.ask('codebook.remove', { code: hand.theme(0) || hand.emotion(0) }),
  'merge themes': (hand) => hand.ask('codebook.merge', { from: [hand.theme(0)], into: hand.theme(1) }),
  'merge emotions': (hand) => hand.ask('codebook.merge', { from: [hand.emotion(0)], into: hand.emotion(1) }),
  'split a code': async (hand) => {
    const passage = await hand.passage()
    const from = passage?.codings[0]?.code
    return hand.ask('codebook.split', { from, name: `Part ${hand.dice[2]}`, passages: [passage?.id] })
  },
  'confirm codings': (hand) => hand.ask('codebook.confirm', { code: hand.code() }),
  'order the families': (hand) =>
    hand.ask('codebook.orderFamilies', {
      families: hand.dice[0] % 2 === 0 ? ['emotion', 'touchpoint'] : ['theme', 'reason'],
    }),
  'read a codebook': (hand) =>
    hand.ask('codebook.importFile', {
      file: file(
        `${CODEBOOK}theme.extra-${hand.dice[0] % 3},theme,Extra ${hand.dice[1] % 3},${word(hand.dice[2])},\n`,
        'codes.csv',
      ),
    }),

  'save a view': (hand) =>
    hand.ask('mapping.saveView', {
      kind: pick(['heatmap', 'map', 'query'], hand.dice[0]),
      name: word(hand.dice[1]),
      settings: {},
    }),
  'remove a view': async (hand) => {
    const { views } = await hand.ask('mapping.views', {})
    return hand.ask('mapping.removeView', { view: pick(views, hand.dice[0])?.id })
  },
  'save a query': (hand) =>
    hand.ask('search.saveQuery', { name: word(hand.dice[0]), query: { text: word(hand.dice[1]) } }),
  'remove a query': async (hand) => {
    const { queries } = await hand.ask('search.queries', {})
    return hand.ask('search.removeQuery', { id: pick(queries, hand.dice[0])?.id })
  },
  'write in the framework': (hand) =>
    hand.ask('mapping.setFrameworkCell', {
      touchpoint: 'CMP3.1',
      participant: hand.participant(),
      text: hand.dice[1] % 3 === 0 ? '' : word(hand.dice[2]),
    }),
  'read metrics': (hand) =>
    hand.ask('mapping.importMetrics', {
      csv: `touchpoint,name,value,date\nCMP3.1,${word(hand.dice[0]).replace(',', '')},${hand.dice[1]},2026-01-0${1 + (hand.dice[2] % 9)}\n`,
    }),
  'remove a metric': async (hand) => {
    const { metrics } = await hand.ask('mapping.metrics', {})
    return hand.ask('mapping.removeMetric', { metric: pick(metrics, hand.dice[0])?.id })
  },

  'write a target': (hand) =>
    hand.ask('mapping.setTarget', {
      touchpoint: 'CMP3.1',
      ...(hand.dice[0] % 3 === 0 ? {} : { text: hand.dice[1] % 3 === 0 ? '' : word(hand.dice[1]) }),
      ...(hand.dice[0] % 2 === 0 ? {} : { value: hand.dice[2] % 3 === 0 ? '' : `${hand.dice[2]} days` }),
      due: hand.dice[2] % 2 === 0 ? null : '2027-01-01',
    }),

  'rename the study': (hand) => hand.ask('project.rename', { name: `Study ${word(hand.dice[0])}` }),
  'change a setting': (hand) => hand.ask('project.set', { smallN: 1 + (hand.dice[0] % 10) }),
  'rename a coder': async (hand) => {
    const { coders } = await hand.ask('project.coders', {})
    const name = `Coder ${hand.dice[1] % 3}`
    return hand.ask('project.renameCoder', { coder: pick(coders, hand.dice[0])?.id, name })
  },
  'export something': (hand) => hand.ask('exporting.make', { format: 'memos' }),

  undo: (hand) => hand.ask('history.undo', {}),
  redo: (hand) => hand.ask('history.redo', {}),
} satisfies Record<string, Act>

export type ActName = keyof typeof ACTS

/** Does it; whether anything came of it. What the program refuses in words is no fault; anything else is thrown. */
export async function act(study: TestProject, name: ActName, dice: Dice): Promise<boolean> {
  const hand = await Hand.at(study, dice)
  try {
    await ACTS[name](hand)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === undefined) throw error
    return false
  }
}
