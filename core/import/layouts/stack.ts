/** One row, all labels stacked in the left cell and all speech in the right one (L09). */
import type { Paragraph } from '../model.ts'
import { clean } from './support/clean.ts'
import { isLabel, strength, trimLabel, wordRole } from './support/labels.ts'

export interface Stack {
  /** Column of the labels, and of the speech. */
  labels: number
  speech: number
  /** Number of labels and of blocks of speech. */
  count: number
  blocks: number
  /** Paragraphs of the label cell that hold a label. */
  places: Set<number>
  /** For each paragraph of the speech cell: its block, and whether it begins it. */
  blockOf: Map<number, { index: number; first: boolean }>
  /** The label of each block; null when labels and speech cannot be matched. */
  matches: string[] | null
  /** The different labels in the order they first stand. */
  names: string[]
}

const isBlank = ({ text }: Paragraph) => text.trim() === ''

/** Null when the row is no stack: fewer than two labels below each other beside speech. */
export function matchStack(row: Paragraph[][]): Stack | null {
  const filled = row.flatMap((cell, column) => (cell.every(isBlank) ? [] : [column]))
  const [left, right] = filled
  if (left === undefined) return null
  if (left === 1 && right === undefined && row.length === 2) return unlabelled(row[1] ?? [])
  const labels = labelParagraphs(row[left] ?? [])
  const words = (row[left] ?? []).filter((paragraph) => !isBlank(paragraph)).length
  if (labels.size < 2 || labels.size < 0.6 * words) return null
  // Speech that stands in the first column, or beside an empty one, is no stack.
  if (right === undefined) return null
  const speech = row[right] ?? []
  const spaced = group(speech, true)
  const each = group(speech, false)
  const chosen =
    spaced.count === labels.size ? spaced : each.count === labels.size ? each : aligned(speech, labels)
  const fallback = spaced.count > 1 ? spaced : each
  return {
    labels: left,
    speech: right,
    count: labels.size,
    blocks: (chosen ?? fallback).count,
    places: new Set(labels.keys()),
    blockOf: (chosen ?? fallback).blockOf,
    matches: chosen ? [...labels.values()] : null,
    names: [...new Set(labels.values())],
  }
}

/**
 * The stack with its two speakers taking turns, block by block, where labels and speech cannot be matched. Only a
 * guess: offered to the researcher, never chosen. Null with more than two names.
 */
export function alternate(stack: Stack): Stack | null {
  const { names, blocks, matches } = stack
  if (matches || names.length > 2 || names.length === 1) return null
  const [first = 'Speaker 1', second = 'Speaker 2'] = names
  return { ...stack, matches: Array.from({ length: blocks }, (_, at) => (at % 2 === 0 ? first : second)) }
}

/** An empty label cell beside speech: nothing says whose it is. */
function unlabelled(speech: Paragraph[]): Stack | null {
  const spaced = group(speech, true)
  const grouping = spaced.count > 1 ? spaced : group(speech, false)
  if (grouping.count < 2) return null
  return {
    labels: 0,
    speech: 1,
    count: 0,
    blocks: grouping.count,
    places: new Set(),
    blockOf: grouping.blockOf,
    matches: null,
    names: [],
  }
}

/** Paragraphs that are a label; prose beside it in brackets is part of no label. */
function labelParagraphs(cell: Paragraph[]): Map<number, string> {
  const labels = new Map<number, string>()
  cell.forEach((paragraph, at) => {
    const text = clean(paragraph.text).text.replace(/\s+/g, ' ').trim()
    const label = trimLabel(text.replace(/\([^()]*\s[^()]*\)/g, '').trim())
    if (label !== '' && isLabel(label) && (strength(label) >= 0.8 || wordRole(label))) labels.set(at, label)
  })
  return labels
}

interface Grouping {
  count: number
  blockOf: Stack['blockOf']
}

/** Blocks of speech: parted by empty paragraphs, or every paragraph its own. */
function group(speech: Paragraph[], spaced: boolean): Grouping {
  const blockOf: Stack['blockOf'] = new Map()
  let count = 0
  let open = false
  speech.forEach((paragraph, at) => {
    if (isBlank(paragraph)) open = false
    else {
      const first = !spaced || !open
      if (first) count++
      open = true
      blockOf.set(at, { index: count - 1, first })
    }
  })
  return { count, blockOf }
}

/**
 * Both cells have the same number of paragraphs and a block of speech begins exactly beside every label:
 * then each label owns what stands from its own height to the next label's.
 */
function aligned(speech: Paragraph[], labels: Map<number, string>): Grouping | null {
  const blockOf: Stack['blockOf'] = new Map()
  let index = -1
  for (let at = 0; at < speech.length; at++) {
    const paragraph = speech[at]
    if (!paragraph) continue
    const starts = labels.has(at)
    if (starts && isBlank(paragraph)) return null
    if (starts) index++
    if (isBlank(paragraph)) continue
    if (index < 0) return null
    // Behind the last label only its own block may stand: more blocks belong to labels that are missing.
    if (index + 1 === labels.size && !starts && isBlank(speech[at - 1] ?? paragraph)) return null
    blockOf.set(at, { index, first: starts })
  }
  return index + 1 === labels.size ? { count: labels.size, blockOf } : null
}
