/** Damages files as disks, mail programs, converters and attackers do; the same dice give the same damage. */
import { repack } from '../../fixtures/import/tamper.ts'

/** A whole number from 0 to `sides` - 1. */
type Dice = (sides: number) => number
type Mutation = (bytes: Uint8Array, roll: Dice, other: Uint8Array) => Uint8Array

const utf8 = (text: string) => new Uint8Array(Buffer.from(text))

/** What stands in no transcript, and what means something to one of the readers. */
const INTRUDERS: readonly Uint8Array[] = [
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u000b',
  '\r',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u1100\u1161',
  '\u200b\u0301',
  '\u200d',
  '\u202e',
  '\u2028',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '🧑🏽‍🦽',
  '\u0301'.repeat(60),
  ': '.repeat(40),
  '00:00:01.000 --> 00:00:00.000\n',
  '[00:99:99] ',
  '99999999:59 ',
  '<v >',
  '</v>',
  '<w:p>',
  ']]>',
  '&#0;',
  '&#xd800;',
  '\\u-1?',
  '{\\b\\i ',
  '"',
  ';;;',
  '\t\t',
  '|',
  '\n\n\n',
  'I: ',
].map(utf8)
/** Half a character, in three encodings. */
const HALVES = [[0xed, 0xa0, 0x80], [0xc3], [0xf0, 0x9f], [0xff, 0xfe], [0x81]].map((half) =>
  Uint8Array.from(half),
)
const ALL_INTRUDERS = [...INTRUDERS, ...HALVES]

const pick = <T>(from: readonly T[], roll: Dice): T => from[roll(from.length)] as T

/** A stretch of the bytes, of up to a tenth of them. */
function stretch(bytes: Uint8Array, roll: Dice): [from: number, to: number] {
  const from = roll(bytes.length + 1)
  return [from, Math.min(bytes.length, from + 1 + roll(Math.max(1, Math.ceil(bytes.length / 10))))]
}

const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

function replaced(bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array {
  return join(bytes.subarray(0, from), by, bytes.subarray(to))
}

const flipBits: Mutation = (bytes, roll) => {
  const copy = new Uint8Array(bytes)
  for (let times = 1 + roll(8); times > 0 && copy.length > 0; times--) {
    const at = roll(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << roll(8))
  }
  return copy
}

const truncate: Mutation = (bytes, roll) => bytes.slice(0, roll(bytes.length + 1))

const duplicate: Mutation = (bytes, roll) => {
  const [from, to] = stretch(bytes, roll)
  return replaced(bytes, from, from, bytes.slice(from, to))
}

const remove: Mutation = (bytes, roll) => {
  const [from, to] = stretch(bytes, roll)
  return replaced(bytes, from, to, new Uint8Array())
}

/** The beginning of one file and the end of another. */
const splice: Mutation = (bytes, roll, other) => {
  return join(bytes.subarray(0, roll(bytes.length + 1)), other.subarray(roll(other.length + 1)))
}

const NEWLINES = ['\n', '\r\n', '\r', '\v', '\u0085', '\u2028', '\n\n', ' ', ''].map(utf8)

const changeNewlines: Mutation = (bytes, roll) => {
  const newline = pick(NEWLINES, roll)
  const some = 1 + roll(3)
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  const parts = lines.flatMap((line, at) => [
    at === 0 ? new Uint8Array() : roll(some) === 0 ? newline : utf8('\n'),
    new Uint8Array(Buffer.from(line, 'latin1')),
  ])
  return join(...parts)
}

const intrude: Mutation = (bytes, roll) => {
  let changed = bytes
  for (let times = 1 + roll(12); times > 0; times--) {
    const at = roll(changed.length + 1)
    changed = replaced(changed, at, at, pick(ALL_INTRUDERS, roll))
  }
  return changed
}

/** An intruder before and behind words, where labels, times and cells begin and end. */
const intrudeAtWords: Mutation = (bytes, roll) => {
  const text = Buffer.from(bytes).toString('latin1')
  const intruder = Buffer.from(pick(ALL_INTRUDERS, roll)).toString('latin1')
  const often = 2 + roll(40)
  return new Uint8Array(
    Buffer.from(
      text.replace(/(?<=[\n>" ])(?=[\w[(])/g, () => (roll(often) === 0 ? intruder : '')),
      'latin1',
    ),
  )
}

const PLAIN = [
  flipBits,
  truncate,
  duplicate,
  remove,
  splice,
  changeNewlines,
  intrude,
  intrudeAtWords,
] satisfies Mutation[]

/** One part of a package, changed, renamed, emptied or gone; the package itself stays whole. */
const tamper: Mutation = (bytes, roll, other) => {
  const repacked = repack(bytes, (parts) => {
    const names = [...parts.keys()]
    const name = pick(names.some(isText) && roll(4) > 0 ? names.filter(isText) : names, roll)
    const part = parts.get(name) ?? new Uint8Array()
    const kind = roll(12)
    if (kind === 0) parts.delete(name)
    else if (kind === 1) parts.set(name, new Uint8Array())
    else if (kind === 2) parts.set(name, parts.get(pick(names, roll)) ?? part)
    else if (kind === 3) {
      parts.delete(name)
      parts.set(pick([name.toUpperCase(), `/${name}`, `../${name}`, `word\\${name}`], roll), part)
    } else if (kind < 6) parts.set(name, moveElements(part, roll))
    else parts.set(name, pick(PLAIN, roll)(part, roll, other))
  })
  return repacked ?? flipBits(bytes, roll, other)
}

const isText = (name: string) =>
  /(?:document|content|styles|sheet\d*|comments|sharedStrings)\.xml$/.test(name)

/** An element or a run of tags copied to another place, so that the markup nests in ways nobody wrote. */
function moveElements(part: Uint8Array, roll: Dice): Uint8Array {
  const tags = Buffer.from(part).toString('latin1').split(/(?=<)/)
  const from = roll(tags.length)
  const moved = tags.slice(from, from + 1 + roll(12))
  tags.splice(roll(tags.length + 1), roll(3), ...moved)
  return new Uint8Array(Buffer.from(tags.join(''), 'latin1'))
}

/** Damages the bytes in one to three ways. */
export function mutate(bytes: Uint8Array, roll: Dice, other: Uint8Array): Uint8Array {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b
  let changed = bytes
  for (let times = 1 + roll(3); times > 0; times--) {
    const mutation = isPackage && roll(5) > 0 ? tamper : pick(PLAIN, roll)
    changed = mutation(changed, roll, other)
  }
  return changed
}
