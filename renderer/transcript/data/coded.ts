/** A transcript with its passages as it is drawn. It stands beside React: a coding draws only the chunks it touches. */
import { useState } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Readable } from '../../ui/store.ts'
import { filterPassages, type Filter } from './filter.ts'
import type { Passages } from './passages.ts'
import { chunksOf, withPassagesChanged, type ChunkView, type Transcript } from './views.ts'

export interface Coded {
  /** All of them; `shown` are those the filter lets through. */
  passages: readonly Passage[]
  shown: readonly Passage[]
  chunks: readonly ChunkView[]
}

interface CodedProps {
  transcript: Transcript
  passages: Pick<Passages, 'all' | 'subscribe'>
  filter: Filter
  codes: ReadonlyMap<Code['id'], Code>
}

export interface CodedStore extends Readable<Coded> {
  /** What it was made of; something else of it makes another store. */
  of: CodedProps
}

/** Where `known` holds the same text, under another filter say, chunks that did not change stay the same objects. */
export function createCoded(of: CodedProps, known: CodedStore | null = null): CodedStore {
  const { transcript, passages, filter, codes } = of
  const listeners = new Set<() => void>()
  let stop = () => {}
  const showing = (last: Coded): Coded => {
    const all = passages.all()
    const shown = filterPassages(all, filter, codes)
    return { passages: all, shown, chunks: withPassagesChanged(last.chunks, last.shown, shown) }
  }
  const isKnown = known !== null && isSameText(known.of.transcript, transcript)
  let state = showing(isKnown ? known.get() : { passages: [], shown: [], chunks: chunksOf(transcript) })
  const isBehind = () => state.passages !== passages.all()
  const follow = () => {
    if (!isBehind()) return
    state = showing(state)
    for (const listener of listeners) listener()
  }
  return {
    of,
    get() {
      if (listeners.size === 0 && isBehind()) state = showing(state)
      return state
    },
    subscribe(listener) {
      if (listeners.size === 0) {
        stop = passages.subscribe(follow)
        follow()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

/** A new name or status leaves the text as it is drawn. */
const isSameText = (a: Transcript, b: Transcript): boolean =>
  a.text === b.text && a.turns === b.turns && a.speakers === b.speakers

/** Null while the text is on its way. */
export function useCodedStore(
  of: Omit<CodedProps, 'transcript'> & { transcript: Transcript | undefined },
): CodedStore | null {
  const [known, setKnown] = useState<CodedStore | null>(null)
  const { transcript, passages, filter, codes } = of
  if (transcript === undefined) return null
  const last = known?.of
  if (
    known !== null &&
    last?.transcript === transcript &&
    last.passages === passages &&
    last.filter === filter &&
    last.codes === codes
  ) {
    return known
  }
  const next = createCoded({ transcript, passages, filter, codes }, known)
  setKnown(next)
  return next
}
