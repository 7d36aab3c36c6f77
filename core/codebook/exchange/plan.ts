/** Compares a codebook from a file with the one there is: what is new, what differs, what cannot be. */
import { CodeFields, ShortId } from '../../contract/codebook.ts'
import type { CodebookEntry, FamilyName } from './entries.ts'
import { guidText } from './guids.ts'
import type { IncomingCode, IncomingCodebook, IncomingFields } from './incoming.ts'

/** A code of the file with its place in the codebook. */
export interface PlannedCode {
  from: IncomingCode
  /** The code it is; null for a new one. */
  known: CodebookEntry | null
  family: FamilyName
  /** The code it will stand under, here already or planned before it. Undefined: as it is. */
  parent: PlannedCode | CodebookEntry | null | undefined
  /** What differs from the known code, by name of the field; everything for a new one. */
  differs: string[]
}

export interface Plan {
  /** New codes, parents before what stands under them. */
  added: PlannedCode[]
  changed: PlannedCode[]
  unchanged: number
  problems: { line: number; message: string }[]
  notes: string[]
}

/** Text as it is compared: letter case, white space around it and the kind of line end do not count. */
const plain = (text: string) => text.normalize('NFC').trim().replaceAll(/\r\n?/g, '\n')
const plainName = (name: string) => plain(name).toLowerCase()

/** The first of a list by a name of it. */
function firstBy<T>(list: readonly T[], nameOf: (one: T) => string | null): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const one of list) {
    const name = nameOf(one)
    if (name !== null && !found.has(plainName(name))) found.set(plainName(name), one)
  }
  return found
}

class Comparison {
  readonly problems: Plan['problems'] = []
  readonly #byGuid: ReadonlyMap<string, CodebookEntry>
  readonly #byKey: ReadonlyMap<string, CodebookEntry>
  readonly #byName: ReadonlyMap<string, readonly CodebookEntry[]>
  readonly #incomingByKey: ReadonlyMap<string, IncomingCode>
  readonly #incomingByName: ReadonlyMap<string, IncomingCode>
  readonly #planned = new Map<IncomingCode, PlannedCode | null>()
  readonly #claimed = new Set<CodebookEntry>()

  constructor(here: readonly CodebookEntry[], incoming: readonly IncomingCode[]) {
    this.#byGuid = new Map(here.map((entry) => [guidText(entry.guid), entry]))
    this.#byKey = firstBy(here, ({ code }) => code)
    this.#byName = Map.groupBy(here, ({ name }) => plainName(name))
    this.#incomingByKey = firstBy(incoming, ({ code }) => code)
    this.#incomingByName = firstBy(incoming, ({ name }) => name)
  }

  /** Plans a code after the code it stands under; null when it cannot be taken. */
  plan(from: IncomingCode): PlannedCode | null {
    const done = this.#planned.get(from)
    if (done !== undefined) return done
    // Met again while its own parent is looked for: it stands under itself.
    this.#planned.set(from, null)
    const planned = this.#place(from)
    this.#planned.set(from, planned)
    return planned
  }

  #refuse(from: IncomingCode, why: string): null {
    this.problems.push({ line: from.line, message: `“${from.name}” cannot be taken: ${why}.` })
    return null
  }

  #place(from: IncomingCode): PlannedCode | null {
    const parent = this.#parentOf(from)
    if (parent === 'missing')
      return this.#refuse(from, 'the code it stands under is not in the file or the codebook')
    const above = parent ?? null
    const known = this.#knownAs(from, above)
    const family = from.family ?? known?.family ?? above?.family ?? 'theme'
    if (known && known.family !== family) {
      return this.#refuse(
        from,
        `the codebook has it among the ${known.family} codes, the file among ${family}`,
      )
    }
    if (above && above.family !== family) {
      return this.#refuse(from, `it is a ${family} code and would stand under a ${above.family} code`)
    }
    if (known) {
      if (this.#claimed.has(known)) return this.#refuse(from, 'the file has it twice')
      this.#claimed.add(known)
    }
    if (!known && family === 'touchpoint' && depthOf(above) >= 3) {
      return this.#refuse(from, 'a touchpoint cannot hold other codes')
    }
    const unfit = CodeFields.partial().safeParse({ ...from.fields, pairsWith: null, name: from.name })
    if (!unfit.success) {
      const fields = new Set(unfit.error.issues.map(({ path }) => String(path[0])))
      return this.#refuse(from, `its ${[...fields].join(' and ')} is longer than a codebook holds`)
    }
    return { from, known, family, parent, differs: known ? differences(from, known, parent) : [] }
  }

  #parentOf({ parent }: IncomingCode): PlannedCode | CodebookEntry | null | undefined | 'missing' {
    if (parent === null || parent === undefined) return parent
    if (typeof parent !== 'string') return this.plan(parent) ?? 'missing'
    const name = plainName(parent)
    const inFile = this.#incomingByKey.get(name) ?? this.#incomingByName.get(name)
    if (inFile) return this.plan(inFile) ?? 'missing'
    const [named, another] = this.#byName.get(name) ?? []
    return this.#byKey.get(name) ?? (another ? undefined : named) ?? 'missing'
  }

  /** The same GUID, else the same short id, else the same name in the same place. */
  #knownAs(from: IncomingCode, above: PlannedCode | CodebookEntry | null): CodebookEntry | null {
    const byGuid = from.guid && this.#byGuid.get(guidText(from.guid))
    if (byGuid) return byGuid
    const byKey = from.code === null ? undefined : this.#byKey.get(plainName(from.code))
    if (byKey || isShortId(from.code)) return byKey ?? null
    const key = above && keyOf(above)
    const namesakes = this.#byName.get(plainName(from.name)) ?? []
    return (
      namesakes.find(
        ({ family, parent }) =>
          (from.family === null || family === from.family) &&
          (above === null ? parent === null : parent === key),
      ) ?? null
    )
  }
}

/** Other programs write anything under “code”; what cannot be a short id here only leads from a code to what holds it. */
export const isShortId = (code: string | null): code is string => ShortId.safeParse(code).success

const isPlanned = (code: PlannedCode | CodebookEntry): code is PlannedCode => 'from' in code
/** Short id of a code that is here already; null for a new one. */
const keyOf = (code: PlannedCode | CodebookEntry): string | null =>
  isPlanned(code) ? (code.known?.code ?? null) : code.code

/** How many codes stand above what would go under this one, itself included. */
function depthOf(code: PlannedCode | CodebookEntry | null): number {
  if (code === null) return 0
  if (isPlanned(code) && !code.known) return 1 + depthOf(code.parent ?? null)
  const level = isPlanned(code) ? code.known?.level : code.level
  return 1 + ['journey', 'stage', 'touchpoint'].indexOf(level ?? 'journey')
}

const comparable = (value: unknown) => (typeof value === 'string' ? plain(value) : JSON.stringify(value))

/** Fields of the file that say something else than the codebook. */
function differences(
  { name, fields }: IncomingCode,
  known: CodebookEntry,
  parent: PlannedCode['parent'],
): string[] {
  const said = Object.entries(fields) as [keyof IncomingFields, IncomingFields[keyof IncomingFields]][]
  const differing = said
    .filter(([field, value]) => comparable(value) !== comparable(known[field]))
    .map(([field]) => field as string)
  if (name !== known.name) differing.unshift('name')
  const key = parent === undefined ? known.parent : parent && keyOf(parent)
  if (key !== known.parent || (parent && isPlanned(parent) && !parent.known)) differing.push('parent')
  return differing
}

/** Pure: the same file and the same codebook always give the same plan. */
export function planCodebook(here: readonly CodebookEntry[], incoming: IncomingCodebook): Plan {
  const comparison = new Comparison(here, incoming.codes)
  const planned = incoming.codes.map((from) => comparison.plan(from)).filter((code) => code !== null)
  const added = new Set<PlannedCode>()
  const place = (code: PlannedCode) => {
    if (code.known) return
    if (code.parent && isPlanned(code.parent)) place(code.parent)
    added.add(code)
  }
  for (const code of planned) place(code)
  const changed = planned.filter((code) => code.known && code.differs.length > 0)
  return {
    added: [...added],
    changed,
    unchanged: planned.length - added.size - changed.length,
    problems: [...incoming.problems, ...comparison.problems].sort((a, b) => a.line - b.line),
    notes: incoming.notes,
  }
}
