/** The import that is going on: lives beside the page, so that reading and storing go on whatever room is open. */
import type { ErrorBody } from '../../core/contract/errors.ts'
import type { Input, Name, Output, Progress } from '../../core/contract/index.ts'
import { coderName } from '../app/coder.ts'
import type { Link } from '../links/link.ts'
import { announce } from '../ui/announce.ts'
import type { ChosenFile } from '../ui/chosen-files.ts'
import { nextBatch, withoutProjectCopies } from './batches.ts'
import { bytesOf, hashOf, problemOf } from './bytes.ts'
import { choicesAfterReread, correctionOf, sameFor, type Choices } from './choices.ts'
import { newFile, ofSameLayout, stateOf, type ImportFile } from './files.ts'

export interface Work extends Progress {
  what: 'reading' | 'storing'
}

export interface DeskState {
  files: readonly ImportFile[]
  /** Id of the file being looked at. */
  selected: number | null
  work: Work | null
}

export interface ReadAs {
  layout?: string
  encoding?: string
}

interface Opened {
  id: number
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Files stored in one call: few enough that stopping is felt. */
const STORED_TOGETHER = 4

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

export class Desk {
  readonly #link: Link
  #state: DeskState = { files: [], selected: null, work: null }
  #lastId = 0
  #stopping = new AbortController()
  readonly #listeners = new Set<() => void>()
  /** Which file first had some content. */
  readonly #known = new Map<string, number>()

  constructor(link: Link) {
    this.#link = link
  }

  readonly get = (): DeskState => this.#state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  select(selected: number | null): void {
    this.#set({ selected })
  }

  async add(chosen: readonly ChosenFile[]): Promise<void> {
    const files = withoutProjectCopies(chosen).map((one) => newFile(++this.#lastId, one))
    this.#set({ files: [...this.#state.files, ...files] })
    // Work that is going on reaches them in its turn.
    if (this.#state.work === null) await this.#read()
  }

  /** Ends reading or storing after the files at hand. */
  stop(): void {
    this.#stopping.abort()
  }

  choose(id: number, said: Partial<Choices>): void {
    // What could not be stored may be storable after a change.
    this.#change([id], ({ choices, error, preview }) => ({
      choices: { ...choices, ...said },
      error: preview === null ? error : null,
    }))
  }

  async reread(id: number, as: ReadAs): Promise<void> {
    const preview = this.#find(id)?.preview
    if (!preview) return
    this.#change([id], () => ({ isBusy: true }))
    try {
      const again = await this.#ask('importing.reread', { staged: preview.staged, ...as })
      this.#change([id], ({ choices }) => ({
        isBusy: false,
        error: null,
        preview: { ...again, duplicateOf: preview.duplicateOf },
        choices: choicesAfterReread(choices, again),
      }))
    } catch (error) {
      this.#change([id], () => ({ isBusy: false }))
      announce(problemOf(error, 'The file').message, { isError: true })
    }
  }

  /** Carries what was said about a file to the others of its layout. */
  async carry(id: number): Promise<void> {
    const from = this.#find(id)
    if (!from?.preview) return
    const { layout } = from.preview
    const others = ofSameLayout(this.#state.files, from)
    for (const { id: other, preview } of others)
      if (preview?.layout !== layout) await this.reread(other, { layout })
    this.#change(
      others.map((other) => other.id),
      ({ preview, choices }) =>
        preview === null ? {} : { choices: sameFor(from.choices, preview, choices) },
    )
    announce(`Applied to ${counted(others.length, 'other file')}`)
  }

  remove(ids: readonly number[]): void {
    const { files, selected } = this.#state
    const gone = files.filter(({ id }) => ids.includes(id))
    const staged = gone.flatMap(({ preview, documents }) =>
      preview && documents === null ? [preview.staged] : [],
    )
    // Nothing is lost when this fails: what waits is forgotten when the window closes.
    if (staged.length > 0) this.#ask('importing.drop', { staged }).catch(() => {})
    const left = files.filter((file) => !gone.includes(file))
    // The next file takes the place of the one that went.
    const at = files.findIndex(({ id }) => id === selected)
    const isKept = left.some(({ id }) => id === selected)
    this.#set({
      files: left,
      selected: isKept || at === -1 ? selected : ((left[at] ?? left.at(-1))?.id ?? null),
    })
  }

  async store(ids: readonly number[]): Promise<void> {
    const wanted = ids.flatMap((id) => this.#find(id) ?? [])
    const steps = inSteps(wanted)
    const before = importedIn(this.#state.files)
    const signal = this.#start()
    let done = 0
    for (const step of steps) {
      if (signal.aborted) break
      this.#set({ work: { what: 'storing', done, total: wanted.length, note: step[0]?.file.name ?? '' } })
      const [first] = step
      await (first?.isProject ? this.#bringIn(first) : this.#storeBatch(step))
      done += step.length
    }
    this.#set({ work: null, selected: null })
    const imported = importedIn(this.#state.files) - before
    if (imported > 0) announce(`Imported ${counted(imported, 'transcript')}`)
    await this.#read()
  }

  async #read(): Promise<void> {
    const signal = this.#start()
    let done = 0
    for (;;) {
      const waiting = this.#state.files.filter((file) => stateOf(file) === 'waiting')
      const batch = nextBatch(waiting, ({ file }) => file)
      if (batch.length === 0 || signal.aborted) break
      const base = { what: 'reading', total: done + waiting.length } as const
      this.#set({ work: { ...base, done, note: batch[0]?.file.name ?? '' } })
      await this.#readBatch(batch, signal, (progress) =>
        this.#set({ work: { ...base, done: done + progress.done, note: progress.note } }),
      )
      done += batch.length
      this.#selectFirst()
    }
    if (signal.aborted) this.#forgetWaiting()
    this.#set({ work: null })
  }

  async #readBatch(
    batch: readonly ImportFile[],
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<void> {
    const opened = (await Promise.all(batch.map((file) => this.#open(file)))).filter((one) => one !== null)
    if (opened.length === 0) return
    try {
      const files = opened.map(({ name, bytes }) => ({ name, bytes }))
      const answer = await this.#link.call(
        'importing.preview',
        { files },
        { as: coderName.get(), signal, onProgress },
      )
      const outcomes = new Map<number, Partial<ImportFile>>()
      for (const file of opened) outcomes.set(file.id, await this.#outcome(file, answer))
      this.#change([...outcomes.keys()], ({ id }) => outcomes.get(id) ?? {})
    } catch (error) {
      if (!signal.aborted) this.#fail(opened, error)
    }
  }

  async #open({ id, file }: ImportFile): Promise<Opened | null> {
    try {
      return { id, name: file.name, bytes: await bytesOf(file) }
    } catch (error) {
      this.#fail([{ id, name: file.name }], error)
      return null
    }
  }

  async #outcome(
    { id, name, bytes }: Opened,
    answer: Output<'importing.preview'>,
  ): Promise<Partial<ImportFile>> {
    const preview = answer.previews.find(({ file }) => file === name)
    if (preview === undefined)
      return { error: answer.failed.find(({ file }) => file === name)?.error ?? problemOf(null, name) }
    const duplicateOf = (await this.#earlierCopy(id, bytes)) ?? preview.duplicateOf
    return { preview: { ...preview, duplicateOf }, firstLayout: preview.layout }
  }

  /** The core compares the files of one call; copies in different calls are found here. */
  async #earlierCopy(id: number, bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
    const hash = await hashOf(bytes)
    const earlier = this.#find(this.#known.get(hash) ?? -1)
    if (earlier !== undefined) return earlier.file.name
    this.#known.set(hash, id)
    return null
  }

  async #storeBatch(batch: readonly ImportFile[]): Promise<void> {
    const ids = batch.map(({ id }) => id)
    this.#change(ids, () => ({ isBusy: true, error: null }))
    try {
      const files = batch.flatMap(({ preview, choices }) => (preview ? [correctionOf(preview, choices)] : []))
      const { imported, failed } = await this.#ask('importing.store', { files })
      this.#change(ids, ({ preview }) => {
        const documents = imported.filter(({ staged }) => staged === preview?.staged)
        const error = failed.find(({ staged }) => staged === preview?.staged)?.error ?? null
        return { isBusy: false, documents: documents.length > 0 ? documents : null, error }
      })
    } catch (error) {
      this.#fail(
        batch.map(({ id, file }) => ({ id, name: file.name })),
        error,
      )
    }
  }

  async #bringIn({ id, file, choices: { kind } }: ImportFile): Promise<void> {
    this.#change([id], () => ({ isBusy: true, error: null }))
    try {
      const named = { name: file.name, bytes: await bytesOf(file) }
      const report = await this.#ask('importing.fromTool', { file: named, ...(kind && { kind }) })
      this.#change([id], () => ({ isBusy: false, report }))
    } catch (error) {
      this.#fail([{ id, name: file.name }], error)
    }
  }

  #ask<K extends Name>(name: K, input: Input<K>): Promise<Output<K>> {
    return this.#link.call(name, input, { as: coderName.get() })
  }

  #start(): AbortSignal {
    this.#stopping = new AbortController()
    return this.#stopping.signal
  }

  #selectFirst(): void {
    if (this.#state.selected !== null) return
    const first = this.#state.files.find((file) => stateOf(file) !== 'stored')
    if (first !== undefined) this.select(first.id)
  }

  /** After a stop, files that were not read leave the list. */
  #forgetWaiting(): void {
    const files = this.#state.files.filter((file) => stateOf(file) !== 'waiting')
    const left = this.#state.files.length - files.length
    if (left > 0) announce(`Stopped reading. ${counted(left, 'file')} not read`)
    this.#set({ files })
  }

  #find(id: number): ImportFile | undefined {
    return this.#state.files.find((file) => file.id === id)
  }

  #fail(files: readonly { id: number; name: string }[], error: unknown): void {
    for (const { id, name } of files) {
      const problem: ErrorBody = problemOf(error, name)
      this.#change([id], () => ({ isBusy: false, error: problem }))
    }
  }

  #change(ids: readonly number[], to: (file: ImportFile) => Partial<ImportFile>): void {
    const wanted = new Set(ids)
    this.#set({
      files: this.#state.files.map((file) => (wanted.has(file.id) ? { ...file, ...to(file) } : file)),
    })
  }

  #set(next: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...next }
    for (const listener of this.#listeners) listener()
  }
}

/** Transcripts a few at a time, then projects one by one. */
function inSteps(files: readonly ImportFile[]): ImportFile[][] {
  const transcripts = files.filter(({ preview }) => preview !== null)
  const steps: ImportFile[][] = []
  for (let at = 0; at < transcripts.length; at += STORED_TOGETHER)
    steps.push(transcripts.slice(at, at + STORED_TOGETHER))
  return [...steps, ...files.filter(({ isProject }) => isProject).map((project) => [project])]
}

/** Transcripts in the study that came by these files. */
export const importedIn = (files: readonly ImportFile[]): number =>
  files.reduce((sum, { documents, report }) => sum + (documents?.length ?? 0) + (report?.documents ?? 0), 0)
