/**
 * Every method of the contract: what sealing and withdrawal mean for it, and plausible questions to ask it. A method that is
 * not here does not compile, so nothing new can be forgotten.
 */
import type { Input, Name } from '../../core/contract/index.ts'
import {
  FORMATS,
  PICTURES,
  agreements,
  anyRole,
  behind,
  coOccurrences,
  colleague,
  disagreements,
  empty,
  frameworks,
  heatmapFiles,
  heatmaps,
  journeyFiles,
  nothing,
  phrases,
  profileFiles,
  reports,
  segments,
  summaries,
  summaryFiles,
  tableFiles,
  words,
} from './questions.ts'

/** What questions are about: a study's rows by what they are. */
export interface Facts {
  interview: number
  workshop: number
  resident: number
  colleague: number
  /** A passage of the resident's. */
  passage: number
  /** Saved heatmaps: of residents, and of colleagues. */
  view: number
  colleaguesView: number
  step: number
  code: (key: string) => number
}

/** Plain numbers for branded ids, all the way down. */
type Plain<T> = T extends number
  ? number
  : T extends string | boolean | null | undefined | Uint8Array
    ? T
    : T extends readonly (infer U)[]
      ? Plain<U>[]
      : { [P in keyof T]: Plain<T[P]> }
type Questions<K extends Name> = (facts: Facts) => Plain<Input<K>>[]

/**
 * While residents' findings are sealed:
 * - `finding`: refused when residents are asked about; answers about colleagues hold nothing of residents';
 * - `blind`: answers, without anything residents said, are or count;
 * - `work`: the coder's own work on a transcript, and lists to manage the study by: stays open, or coding would stop;
 * - `write`: changes something and tells nothing but that; `host`: outside any project.
 */
export type Room<K extends Name> =
  | { sealed: 'finding'; everyone: Questions<K>; colleagues: Questions<K> }
  | { sealed: 'blind'; asks: Questions<K> }
  /** `outputs`: what it shows leaves out the withdrawn all the same. */
  | { sealed: 'work'; asks: Questions<K>; outputs?: true }
  | { sealed: 'write' | 'host' }

const write = { sealed: 'write' } as const
const host = { sealed: 'host' } as const
export const ROOMS: { [K in Name]: Room<K> } = {
  'workspace.state': host,
  'workspace.recent': host,
  'workspace.create': host,
  'workspace.open': host,
  'workspace.choose': host,
  'workspace.sample': host,
  'workspace.close': host,
  'workspace.forget': host,

  'project.info': { sealed: 'work', asks: nothing },
  'project.rename': write,
  'project.set': write,
  'project.coders': { sealed: 'work', asks: nothing },
  'project.renameCoder': write,
  'project.preference': { sealed: 'work', asks: () => [{ key: 'keymap' }] },
  'project.setPreference': write,
  'project.check': { sealed: 'work', asks: nothing },

  'documents.list': { sealed: 'work', asks: nothing },
  'documents.read': { sealed: 'work', asks: ({ interview }) => [{ document: interview }] },
  'documents.report': { sealed: 'work', asks: ({ interview }) => [{ document: interview }] },
  'documents.describe': write,
  'documents.remove': write,
  'documents.setSpeaker': write,
  'documents.correct': write,
  'documents.place': { sealed: 'work', asks: ({ interview }) => [{ document: interview }] },
  'documents.setPlace': write,

  'importing.layouts': { sealed: 'blind', asks: nothing },
  'importing.preview': write,
  'importing.reread': write,
  'importing.turns': write,
  'importing.store': write,
  'importing.drop': write,
  'importing.replacePreview': write,
  'importing.replace': write,
  'importing.unplaced': { sealed: 'work', asks: nothing },
  'importing.place': write,
  'importing.discard': write,
  'importing.fromTool': write,

  'participants.list': { sealed: 'work', asks: nothing },
  'participants.attributes': { sealed: 'blind', asks: nothing },
  'participants.add': write,
  'participants.change': write,
  'participants.withdraw': write,
  'participants.useBands': write,
  'participants.merge': write,
  'participants.setAttribute': write,
  'participants.importTable': write,

  'codebook.list': { sealed: 'blind', asks: nothing },
  'codebook.add': write,
  'codebook.change': write,
  'codebook.move': write,
  'codebook.archive': write,
  'codebook.remove': write,
  'codebook.mergePreview': {
    sealed: 'blind',
    asks: ({ code }) => [{ from: [code('frustration'), code('relief')], into: code('anger') }],
  },
  'codebook.merge': write,
  'codebook.split': write,
  'codebook.stale': { sealed: 'blind', asks: ({ code }) => [{}, { code: code('anger') }] },
  'codebook.confirm': write,
  'codebook.orderFamilies': write,
  'codebook.readFile': write,
  'codebook.importFile': write,

  'codings.inDocument': { sealed: 'work', asks: ({ interview }) => [{ document: interview }] },
  'codings.add': write,
  'codings.addMany': write,
  'codings.change': write,
  'codings.remove': write,
  'codings.removePassage': write,
  'codings.reshape': write,
  'codings.flag': write,
  'codings.passages': { sealed: 'work', asks: ({ passage }) => [{ passages: [passage] }] },

  'memos.list': { sealed: 'work', asks: nothing },
  'memos.file': {
    sealed: 'finding',
    everyone: () => [{}, { kind: 'passage' }],
    colleagues: () => [{ role: 'colleague' }],
  },
  'memos.add': write,
  'memos.change': write,
  'memos.remove': write,
  'bookmarks.list': { sealed: 'work', asks: nothing },
  'bookmarks.toggle': write,
  'bookmarks.rename': write,
  'bookmarks.remove': write,

  'search.text': { sealed: 'work', asks: () => [{ text: 'nobody' }, { text: 'rang' }], outputs: true },
  'search.pattern': { sealed: 'work', asks: () => [{ text: 'n.body' }], outputs: true },
  'search.codePreview': {
    sealed: 'work',
    asks: ({ code }) => [
      { find: { text: 'nobody' }, level: 'sentence', codes: [{ code: code('frustration') }] },
    ],
    outputs: true,
  },
  'search.codeHits': write,
  'search.retrieve': {
    sealed: 'finding',
    everyone: ({ code, resident }) => [
      { query: {} },
      { query: { families: ['emotion'], sort: 'intensity' } },
      { query: { participants: [resident] } },
      { query: { roles: ['resident', 'colleague'] } },
      { query: { and: [{ relation: 'overlapping', codes: [code('CMP3.1')], otherCoders: true }] } },
      { query: { text: 'nobody' } },
    ],
    colleagues: ({ code }) => [
      { query: { roles: ['colleague'] } },
      {
        query: {
          roles: ['colleague'],
          and: [{ relation: 'overlapping', codes: [code('CMP3.1')], otherCoders: true }],
        },
      },
    ],
  },
  'search.retrieveFile': {
    sealed: 'finding',
    everyone: () => (['csv', 'md'] as const).map((format) => ({ query: {}, format })),
    colleagues: () =>
      (['csv', 'md'] as const).map((format) => ({ query: { roles: ['colleague' as const] }, format })),
  },
  'search.queries': { sealed: 'blind', asks: nothing },
  'search.saveQuery': write,
  'search.removeQuery': write,

  'suggest.forDocument': {
    sealed: 'work',
    asks: ({ interview }) => [{ document: interview, withCodes: true }],
  },
  'suggest.codes': { sealed: 'work', asks: ({ interview }) => [{ document: interview, start: 2, end: 20 }] },
  'suggest.accept': write,
  'suggest.reject': write,

  'analysis.heatmap': {
    sealed: 'finding',
    everyone: () => [...heatmaps({}), ...heatmaps(anyRole)],
    colleagues: () => heatmaps(colleague),
  },
  'analysis.behind': {
    sealed: 'finding',
    everyone: () => [...behind({}), ...behind(anyRole)],
    colleagues: () => behind(colleague),
  },
  'analysis.heatmapFile': {
    sealed: 'finding',
    everyone: () => [...heatmapFiles({}), ...heatmapFiles(anyRole)],
    colleagues: () => heatmapFiles(colleague),
  },
  'analysis.summary': {
    sealed: 'finding',
    everyone: () => [...summaries({}), ...summaries(anyRole)],
    colleagues: () => summaries(colleague),
  },
  'analysis.summaryFile': {
    sealed: 'finding',
    everyone: () => [...summaryFiles({}), ...summaryFiles(anyRole)],
    colleagues: () => summaryFiles(colleague),
  },

  'analysis.profileFile': {
    sealed: 'finding',
    everyone: () => [...profileFiles({}), ...profileFiles(anyRole)],
    colleagues: () => profileFiles(colleague),
  },

  'tables.file': {
    sealed: 'finding',
    everyone: ({ resident }) => [...tableFiles({}), ...tableFiles(anyRole), ...journeyFiles(resident)],
    colleagues: ({ colleague: person }) => [...tableFiles(colleague), ...journeyFiles(person)],
  },

  'mapping.twoWay': {
    sealed: 'finding',
    everyone: () => [{}, { side: 'resident' }, { all: true }],
    colleagues: () => [{ side: 'colleague' }, { side: 'colleague', all: true }],
  },
  'mapping.twoWayFile': {
    sealed: 'finding',
    everyone: () => PICTURES.flatMap((format) => [{ format }, { format, settings: { side: 'resident' } }]),
    colleagues: () => PICTURES.map((format) => ({ format, settings: { side: 'colleague' as const } })),
  },
  'mapping.importance': {
    sealed: 'finding',
    everyone: () => [...empty({}), ...empty(anyRole)],
    colleagues: () => empty(colleague),
  },
  'mapping.journey': {
    sealed: 'finding',
    everyone: ({ resident }) => [{ participant: resident }],
    colleagues: ({ colleague: person }) => [{ participant: person }],
  },
  'mapping.compare': {
    sealed: 'finding',
    everyone: () => [...segments({}), ...segments(anyRole)],
    colleagues: () => segments(colleague),
  },
  'mapping.framework': {
    sealed: 'finding',
    everyone: () => [...frameworks({}), ...frameworks(anyRole)],
    colleagues: () => frameworks(colleague),
  },
  'mapping.setFrameworkCell': write,
  'mapping.metrics': { sealed: 'blind', asks: nothing },
  'mapping.importMetrics': write,
  'mapping.removeMetric': write,
  'mapping.setTarget': write,
  'mapping.views': { sealed: 'blind', asks: nothing },
  'mapping.saveView': write,
  'mapping.removeView': write,
  'mapping.compareView': {
    sealed: 'finding',
    everyone: ({ view }) => [{ view }],
    colleagues: ({ colleaguesView }) => [{ view: colleaguesView }],
  },
  'mapping.report': {
    sealed: 'finding',
    everyone: () => [...reports({}), ...reports(anyRole)],
    colleagues: () => reports(colleague),
  },

  'rigour.agreement': {
    sealed: 'finding',
    everyone: () => [...agreements({}), ...agreements(anyRole)],
    colleagues: () => agreements(colleague),
  },
  'rigour.disagreements': {
    sealed: 'finding',
    everyone: () => [...disagreements({}), ...disagreements(anyRole)],
    colleagues: () => disagreements(colleague),
  },
  'rigour.coOccurrence': {
    sealed: 'finding',
    everyone: () => [...coOccurrences({}), ...coOccurrences(anyRole)],
    colleagues: () => coOccurrences(colleague),
  },
  'rigour.codeTable': {
    sealed: 'finding',
    everyone: () => [...empty({}), ...empty(anyRole)],
    colleagues: () => empty(colleague),
  },
  'rigour.words': {
    sealed: 'finding',
    everyone: () => [...words({}), ...words(anyRole)],
    colleagues: () => words(colleague),
  },
  'rigour.wordInContext': {
    sealed: 'finding',
    everyone: () => [...phrases({}), ...phrases(anyRole)],
    colleagues: () => phrases(colleague),
  },
  'rigour.saturation': {
    sealed: 'finding',
    everyone: () => [...empty({}), ...empty(anyRole)],
    colleagues: () => empty(colleague),
  },
  'rigour.coverage': {
    sealed: 'finding',
    everyone: () => [...empty({}), ...empty(anyRole)],
    colleagues: () => empty(colleague),
  },

  'exporting.formats': { sealed: 'blind', asks: nothing },
  'exporting.cautions': {
    sealed: 'finding',
    everyone: () =>
      FORMATS.flatMap((format) => [
        { format, special: true },
        { format, role: 'resident' as const },
      ]),
    colleagues: () => FORMATS.map((format) => ({ format, role: 'colleague' as const, special: true })),
  },
  'exporting.make': {
    sealed: 'finding',
    everyone: () =>
      FORMATS.flatMap((format) => [
        { format, special: true },
        { format, role: 'resident' as const },
      ]),
    colleagues: () => [
      ...FORMATS.map((format) => ({ format, role: 'colleague' as const, special: true })),
      // About the study and its codebook: open to anyone, and so without a word or a count of residents'.
      ...['codebook-csv', 'codebook-xlsx', 'qdc', 'audit-trail'].map((format) => ({ format })),
    ],
  },

  'history.state': { sealed: 'work', asks: nothing },
  'history.undo': write,
  'history.redo': write,
  'history.log': { sealed: 'work', asks: nothing },
  'history.changes': { sealed: 'work', asks: ({ step }) => [{ step }] },
}
