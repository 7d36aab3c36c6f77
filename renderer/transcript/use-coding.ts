/** What can be done to the selection: every way of coding, one after the other in the order asked. */
import { useEffect, useMemo, useRef } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import type { Passage } from '../../core/contract/codings.ts'
import { isCaret, nudge, selectionOf, spanOf, unitAt } from '../../core/text/selection.ts'
import type { Span } from '../../core/text/spans.ts'
import { useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import type { Stored } from '../ui/stored.ts'
import { remember, withRecent, type CodeUse, type Memory } from './data/memory.ts'
import { useEditPassages, type DocumentId } from './data/passages.ts'
import type { Transcript } from './data/views.ts'
import { pin, type ReaderStore } from './state.ts'

type Coding = Passage['codings'][number]
export type Intensity = 1 | 2 | 3

interface CodingProps {
  reader: ReaderStore
  document: DocumentId | null
  /** Undefined while it is on its way. */
  transcript: Transcript | undefined
  codes: ReadonlyMap<Code['id'], Code>
  memory: Stored<Memory>
}

export interface CodingActions {
  /** Codes the selection, or the sentence at the caret; the selection stays for the next code. */
  code: (uses: readonly CodeUse[]) => void
  codeAgain: () => void
  /** Makes a theme and codes with it. */
  codeAsNew: (name: string) => void
  codeInVivo: () => void
  /** Of the feeling put on this passage last. */
  setIntensity: (intensity: Intensity, coding?: Coding) => void
  toggleStance: (coding?: Coding) => void
  exchange: (coding: Coding, code: Code['id']) => void
  remove: (codings?: readonly Coding[]) => void
  nudge: (edge: 'start' | 'end', direction: -1 | 1) => void
  flag: () => void
}

const LONGEST_NAME = 60

export function useCoding(props: CodingProps): CodingActions {
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const add = useDo('codings.add').mutateAsync
  const change = useDo('codings.change').mutateAsync
  const remove = useDo('codings.remove').mutateAsync
  const reshape = useDo('codings.reshape').mutateAsync
  const flag = useDo('codings.flag').mutateAsync
  const addCode = useDo('codebook.add', { quiet: true }).mutateAsync
  const { all, put, drop } = useEditPassages(props.document)

  return useMemo(() => {
    const inTurn = createQueue()
    const pinned = () => all().find(({ id }) => id === latest.current.reader.get().pinned)
    const isFeeling = ({ code }: Coding) => latest.current.codes.get(code)?.family === 'emotion'

    const code = async (uses: readonly CodeUse[]) => {
      const { reader, transcript, memory } = latest.current
      const span = wordsToCode(reader, transcript)
      if (transcript === undefined || span === null || uses.length === 0) return
      const isSame = reader.get().pinned !== null
      const { passage } = await add({ document: transcript.document, ...span, codes: [...uses] })
      put(passage)
      pin(reader, passage)
      const before = memory.get()
      remember(memory, {
        recent: withRecent(before.recent, uses.map((use) => use.code) as Code['id'][]),
        last: isSame
          ? [...before.last.filter(({ code }) => !uses.some((use) => use.code === code)), ...uses]
          : uses,
      })
    }

    const changeCoding = async (
      coding: Coding,
      next: Partial<Pick<Coding, 'intensity' | 'stance' | 'code'>>,
    ) => {
      const passage = all().find(({ codings }) => codings.some(({ id }) => id === coding.id))
      await change({ coding: coding.id, ...next })
      const { memory } = latest.current
      // Coding again should repeat how strong and how sure, not only what.
      const last = memory.get().last.map((use) => (use.code === coding.code ? { ...use, ...next } : use))
      remember(memory, { last })
      if (passage === undefined) return
      const codings = passage.codings
        .filter(({ id, code }) => id === coding.id || code !== next.code)
        .map((one) => (one.id === coding.id ? { ...one, ...next } : one))
      put({ ...passage, codings })
    }

    return {
      code: (uses) => inTurn(() => code(uses)),
      codeAgain: () =>
        inTurn(async () => {
          const { last } = latest.current.memory.get()
          if (last.length === 0) announce('Nothing has been coded yet')
          else await code(last)
        }),
      codeAsNew: (name) =>
        inTurn(async () => {
          const made = await addCode({ name, family: 'theme' })
          await code([{ code: made.code }])
        }),
      codeInVivo: () =>
        inTurn(async () => {
          const { reader, transcript } = latest.current
          const span = wordsToCode(reader, transcript)
          if (transcript === undefined || span === null) return
          const made = await addCode({
            name: nameFrom(transcript.text.slice(span.start, span.end)),
            family: 'theme',
          })
          await code([{ code: made.code }])
        }),
      setIntensity: (intensity, given) =>
        inTurn(async () => {
          const coding = given ?? pinned()?.codings.findLast(isFeeling)
          if (coding === undefined) announce('There is no emotion on this passage yet')
          else await changeCoding(coding, { intensity })
        }),
      toggleStance: (given) =>
        inTurn(async () => {
          const coding = given ?? pinned()?.codings.at(-1)
          if (coding === undefined) announce('Choose a coded passage first')
          else await changeCoding(coding, { stance: coding.stance === 'stated' ? 'implied' : 'stated' })
        }),
      exchange: (coding, code) => inTurn(() => changeCoding(coding, { code })),
      remove: (given) =>
        inTurn(async () => {
          const codings = given ?? pinned()?.codings ?? []
          if (codings.length === 0) {
            announce('Choose a coded passage first')
            return
          }
          await remove({ codings: codings.map(({ id }) => id) })
          drop(codings.map(({ id }) => id))
        }),
      nudge: (edge, direction) =>
        inTurn(async () => {
          const { reader, transcript } = latest.current
          if (transcript === undefined) return
          const passage = pinned()
          const from = passage ?? spanOf(reader.get().selection)
          const { start, end } = nudge(transcript, from, edge, direction)
          if (passage === undefined) reader.set({ selection: selectionOf({ start, end }) })
          else if (start !== passage.start || end !== passage.end) {
            await reshape({ passage: passage.id, start, end })
            put({ ...passage, start, end })
            pin(reader, { id: passage.id, start, end })
          }
        }),
      flag: () =>
        inTurn(async () => {
          const passage = pinned()
          if (passage === undefined) announce('Choose a coded passage first')
          else await flag({ passage: passage.id, flagged: !passage.flagged })
        }),
    }
  }, [add, change, remove, reshape, flag, addCode, all, put, drop])
}

/** One thing after the other: a digit pressed right after a code must find that code there. Errors are said by `useDo`. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve()
  return (task: () => Promise<void>): void => {
    last = last.then(task).catch(() => {})
  }
}

/** The selection; with only a caret, the sentence it is in. */
function wordsToCode(reader: ReaderStore, transcript: Transcript | undefined): Span | null {
  if (transcript === undefined) return null
  const { selection } = reader.get()
  if (!isCaret(selection)) return spanOf(selection)
  return unitAt(transcript, 'sentence', selection.focus)
}

/** The words themselves as the name of a code, cut at a word if they are long. */
export function nameFrom(words: string): string {
  const name = words.replaceAll(/\s+/g, ' ').trim()
  if (name.length <= LONGEST_NAME) return name
  const cut = name.slice(0, LONGEST_NAME)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : LONGEST_NAME)}…`
}
