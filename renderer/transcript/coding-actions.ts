/** Every way of coding, done one after the other in the order asked: through the core, and on the page at once. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Passage } from '../../core/contract/codings.ts'
import type { Input, Name, Output } from '../../core/contract/index.ts'
import { isCaret, nudge, selectionOf, spanOf, unitAt, type Selection } from '../../core/text/selection.ts'
import type { Span } from '../../core/text/spans.ts'
import { inTurn } from '../in-turn.ts'
import { announce, announceAlso } from '../ui/announce.ts'
import type { Store } from '../ui/store.ts'
import { filterPassages, withoutGone } from './data/filter.ts'
import { remember, withRecent, type CodeUse, type Memory } from './data/memory.ts'
import type { Passages } from './data/passages.ts'
import type { Transcript } from './data/views.ts'
import { asPinned, type Chosen, type ReaderStore } from './state.ts'

type Coding = Passage['codings'][number]
export type Intensity = 1 | 2 | 3

export interface CodingActions {
  /** Codes the selection, or the sentence at the caret; the selection stays for the next code. */
  code: (uses: readonly CodeUse[]) => void
  codeAgain: () => void
  /** Makes a theme and codes with it. */
  codeAsNew: (name: string) => void
  codeInVivo: () => void
  /** Without a coding: of the feeling put on the chosen passage last. */
  setIntensity: (intensity: Intensity, coding?: Coding) => void
  /** Without a coding: of the code put on the chosen passage last. */
  toggleStance: (coding?: Coding) => void
  exchange: (coding: Coding, code: Code['id']) => void
  /** Without codings: all of the chosen passage. */
  remove: (codings?: readonly Coding[]) => void
  nudge: (edge: 'start' | 'end', direction: -1 | 1) => void
  flag: () => void
}

type Command<K extends Name> = (input: Input<K>) => Promise<Output<K>>

/** What the actions work with. */
export interface Means {
  reader: ReaderStore
  /** Undefined while it is on its way. */
  transcript: Transcript | undefined
  passages: Pick<Passages, 'all' | 'put' | 'drop'>
  codes: ReadonlyMap<Code['id'], Code>
  memory: Store<Memory>
  /** The person at the keyboard; null before their first coding is known here. */
  coder: Passage['coder'] | null
  add: Command<'codings.add'>
  change: Command<'codings.change'>
  remove: Command<'codings.remove'>
  reshape: Command<'codings.reshape'>
  flag: Command<'codings.flag'>
  addCode: Command<'codebook.add'>
}

/** The means, and the passages coded at this reader: the person's own before their coder is known. */
type Working = Means & { made: Set<Passage['id']> }

/** `made` outlasts the means: a coding counts the codebook anew and makes the coder known, and so makes other actions. */
export function createActions(given: Means, made: Set<Passage['id']>): CodingActions {
  const means: Working = { ...given, made }
  const ask = (task: (chosen: Chosen) => Promise<void>) => {
    const { selection, pinned } = means.reader.get()
    // What went wrong has been said where it was asked.
    void inTurn(() => task(nowOf({ selection, pinned }))).catch(() => {})
  }
  return {
    code: (uses) => ask((chosen) => code(means, chosen, uses)),
    codeAgain: () => ask((chosen) => codeAgain(means, chosen)),
    codeAsNew: (name) => ask((chosen) => codeAsNew(means, chosen, name)),
    codeInVivo: () => ask((chosen) => codeInVivo(means, chosen)),
    setIntensity: (intensity, coding) => ask((chosen) => setIntensity(means, chosen, intensity, coding)),
    toggleStance: (coding) => ask((chosen) => toggleStance(means, chosen, coding)),
    exchange: (coding, code) => ask(() => changeCoding(means, coding, { code })),
    remove: (codings) => ask((chosen) => remove(means, chosen, codings)),
    nudge: (edge, direction) => ask((chosen) => nudgeEdge(means, chosen, edge, direction)),
    flag: () => ask((chosen) => flag(means, chosen)),
  }
}

/** What actions made of a selection: keys pressed before they were done mean that. */
const became = new WeakMap<Selection, Chosen>()

function nowOf(asked: Chosen): Chosen {
  let chosen = asked
  for (let next = became.get(chosen.selection); next !== undefined; next = became.get(chosen.selection)) {
    chosen = next
  }
  return chosen
}

/** Goes on with what became of the words. Somebody fast is already at others, and stays there. */
function goOn(reader: ReaderStore, { selection }: Chosen, next: Chosen): void {
  became.set(selection, next)
  if (reader.get().selection === selection) reader.set({ ...next, hovered: null })
}

async function code(means: Working, chosen: Chosen, uses: readonly CodeUse[]): Promise<void> {
  const { reader, transcript, memory } = means
  const span = wordsToCode(chosen, transcript)
  if (transcript === undefined || span === null || uses.length === 0) return
  const isSame = pinned(means, chosen) !== undefined
  const { passage } = await means.add({ document: transcript.document, ...span, codes: [...uses] })
  means.made.add(passage.id)
  means.passages.put(passage)
  if (isHidden(means, passage, uses)) announceAlso('It is hidden: change what is shown to see it')
  goOn(reader, chosen, asPinned(passage))
  const { recent, last } = memory.get()
  const kept = isSame ? last.filter((use) => !uses.some((other) => other.code === use.code)) : []
  const used = passage.codings
    .map((coding) => coding.code)
    .filter((id) => uses.some((use) => use.code === id))
  remember(memory, { recent: withRecent(recent, used), last: [...kept, ...uses] })
}

/** Whether the filter leaves nothing to be seen of what was just coded. */
function isHidden({ memory, codes }: Working, passage: Passage, uses: readonly CodeUse[]): boolean {
  const filter = withoutGone(memory.get().filter, { codes, coders: new Map() })
  const seen = filterPassages([passage], filter, codes).flatMap(({ codings }) => codings)
  return !uses.some((use) => seen.some(({ code }) => code === use.code))
}

async function codeAgain(means: Working, chosen: Chosen): Promise<void> {
  const { last } = means.memory.get()
  if (last.length === 0) announce('Nothing has been coded yet')
  else await code(means, chosen, last)
}

async function codeAsNew(means: Working, chosen: Chosen, name: string): Promise<void> {
  const made = await means.addCode({ name, family: 'theme' })
  await code(means, chosen, [{ code: made.code }])
}

async function codeInVivo(means: Working, chosen: Chosen): Promise<void> {
  const { transcript } = means
  const span = wordsToCode(chosen, transcript)
  if (transcript === undefined || span === null) return
  await codeAsNew(means, chosen, nameFrom(transcript.text.slice(span.start, span.end)))
}

async function setIntensity(
  means: Working,
  chosen: Chosen,
  intensity: Intensity,
  given?: Coding,
): Promise<void> {
  const isFeeling = (coding: Coding) => means.codes.get(coding.code)?.family === 'emotion'
  const passage = given === undefined ? ownPassage(means, chosen) : undefined
  const coding = given ?? passage?.codings.findLast(isFeeling)
  if (coding !== undefined) await changeCoding(means, coding, { intensity })
  else if (passage !== undefined) announce('There is no emotion on this passage yet')
}

async function toggleStance(means: Working, chosen: Chosen, given?: Coding): Promise<void> {
  const coding = given ?? ownPassage(means, chosen)?.codings.at(-1)
  if (coding === undefined) return
  await changeCoding(means, coding, { stance: coding.stance === 'stated' ? 'implied' : 'stated' })
}

async function changeCoding(
  means: Working,
  coding: Coding,
  next: Partial<Pick<Coding, 'intensity' | 'stance' | 'code'>>,
): Promise<void> {
  const passage = means.passages.all().find(({ codings }) => codings.some(({ id }) => id === coding.id))
  await means.change({ coding: coding.id, ...next })
  const { memory } = means
  // Coding again should repeat how strong and how sure, not only what.
  const last = memory.get().last.map((use) => (use.code === coding.code ? { ...use, ...next } : use))
  remember(memory, { last })
  if (passage === undefined) return
  const codings = passage.codings
    .filter(({ id, code }) => id === coding.id || code !== next.code)
    .map((one) => (one.id === coding.id ? { ...one, ...next } : one))
  means.passages.put({ ...passage, codings })
}

async function remove(means: Working, chosen: Chosen, given?: readonly Coding[]): Promise<void> {
  const codings = (given ?? ownPassage(means, chosen)?.codings ?? []).map(({ id }) => id)
  if (codings.length === 0) return
  await means.remove({ codings })
  means.passages.drop(codings)
}

async function nudgeEdge(
  means: Working,
  chosen: Chosen,
  edge: 'start' | 'end',
  direction: -1 | 1,
): Promise<void> {
  const { reader, transcript } = means
  if (transcript === undefined) return
  if (chosen.pinned === null) {
    const span = nudge(transcript, spanOf(chosen.selection), edge, direction)
    goOn(reader, chosen, { selection: selectionOf(span), pinned: null })
    return
  }
  const passage = ownPassage(means, chosen)
  if (passage === undefined) return
  const { start, end } = nudge(transcript, passage, edge, direction)
  if (start === passage.start && end === passage.end) return
  await means.reshape({ passage: passage.id, start, end })
  means.passages.put({ ...passage, start, end })
  goOn(reader, chosen, asPinned({ id: passage.id, start, end }))
}

async function flag(means: Working, chosen: Chosen): Promise<void> {
  const passage = ownPassage(means, chosen)
  if (passage !== undefined) await means.flag({ passage: passage.id, flagged: !passage.flagged })
}

/** The selection; with only a caret, the sentence it is in. */
function wordsToCode({ selection }: Chosen, transcript: Transcript | undefined): Span | null {
  if (transcript === undefined) return null
  if (!isCaret(selection)) return spanOf(selection)
  return unitAt(transcript, 'sentence', selection.focus)
}

/** The chosen passage, if it is the person's own. */
function pinned({ coder, made, passages }: Working, { pinned: id }: Chosen): Passage | undefined {
  if (id === null) return undefined
  return passages.all().find((passage) => passage.id === id && (passage.coder === coder || made.has(id)))
}

/** The same, and a word about what is missing: one key should never change what another person has coded. */
function ownPassage(means: Working, chosen: Chosen): Passage | undefined {
  const passage = pinned(means, chosen)
  if (passage === undefined) {
    const isOthers = means.passages.all().some(({ id }) => id === chosen.pinned)
    announce(
      isOthers
        ? 'Another coder’s passage. Code the words yourself, or change it in the list beside the text'
        : 'Choose a coded passage first',
    )
  }
  return passage
}

const LONGEST_NAME = 60
const SHORTEST_CUT = 20

/** The words themselves as the name of a code, cut at a word if they are long. */
export function nameFrom(words: string): string {
  const name = words.replaceAll(/\s+/g, ' ').trim()
  if (name.length <= LONGEST_NAME) return name
  const cut = name.slice(0, LONGEST_NAME)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > SHORTEST_CUT ? space : LONGEST_NAME)}…`
}
