/** Picks the layout of a document: the one that scores best, on stretches of it first where it is long. */
import { LAYOUTS } from './index.ts'
import { BELIEVED, type Candidate, type Layout } from './layout.ts'
import { plain } from './plain.ts'
import type { Script } from './support/script.ts'

interface Scored {
  layout: Layout
  candidate: Candidate
}

export interface Choice extends Scored {
  /** The other layouts that say something about the document, best first. */
  others: Scored[]
}

/** Up to this many lines every layout is tried on all of them. */
const LONG = 4000
/** A longer document is first judged by this many stretches, spread evenly from its first line to its last. */
const STRETCHES = 8
/** Lines in a stretch. */
const STRETCH = 100
/** A layout that scores less than this on the stretches is not tried on the whole. */
const PROMISING = 0.3

/** `wanted`: id of the layout asked for, which is taken when it says anything about the document. */
export function chooseLayout(script: Script, wanted: string | undefined): Choice {
  const scored = script.content.length <= LONG ? score(script, LAYOUTS) : scoreLong(script, wanted)
  const forced = scored.find(({ layout }) => layout.id === wanted)
  const [best] = scored
  const believed = best && best.candidate.confidence >= BELIEVED ? best : undefined
  const taken = forced ?? believed ?? unread(script, best?.candidate.confidence)
  return { ...taken, others: scored.filter(({ layout }) => layout !== taken.layout) }
}

function unread(script: Script, confidence = 0): Scored {
  return {
    layout: plain,
    candidate: { confidence, read: () => plain.detect(script)?.read() ?? { rows: [] } },
  }
}

/** Every layout that says something about the script, best first; ties go to the order of the list. */
function score(script: Script, layouts: readonly Layout[]): Scored[] {
  const scored: Scored[] = []
  for (const layout of layouts) {
    const candidate = layout.detect(script)
    if (candidate) scored.push({ layout, candidate })
  }
  return scored.toSorted(byConfidence)
}

const byConfidence = (a: Scored, b: Scored) => b.candidate.confidence - a.candidate.confidence

/** Tries the layouts on the whole in the order of their promise, until none that is left promises more. */
function scoreLong(script: Script, wanted: string | undefined): Scored[] {
  const part = { ...script, content: stretches(script.content) }
  const promises = score(
    part,
    LAYOUTS.filter(({ id }) => id !== wanted),
  )
  const tried = score(
    script,
    LAYOUTS.filter(({ id }) => id === wanted),
  )
  for (const { layout, candidate } of promises) {
    const most = Math.max(0, ...tried.map((each) => each.candidate.confidence))
    if (candidate.confidence < PROMISING || candidate.confidence <= most) break
    tried.push(...score(script, [layout]))
  }
  const known = new Set(tried.map(({ layout }) => layout))
  return [...tried, ...promises.filter(({ layout }) => !known.has(layout))].toSorted(byConfidence)
}

function stretches<T>(lines: T[]): T[] {
  const step = (lines.length - STRETCH) / (STRETCHES - 1)
  return Array.from({ length: STRETCHES }, (_, at) => Math.floor(at * step)).flatMap((from) =>
    lines.slice(from, from + STRETCH),
  )
}
