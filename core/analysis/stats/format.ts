/** Words and figures made from counts, in UK English: what stands under charts and in sentences about them. */

import { percent } from '../../text/percent.ts'
import type { Interval } from './interval.ts'

/** A noun for people, such as { one: 'resident', many: 'residents' }. */
export interface Noun {
  readonly one: string
  readonly many: string
}

/** How much evidence stands behind a cell, by the number of participants who spoke of it. */
export type Base = 'nobody' | 'too few' | 'few' | 'enough'

export interface Thresholds {
  /** Fewer participants than this get no colour: 3 unless told. */
  readonly colour?: number | undefined
  /** Fewer participants than this are muted and get no percentage: 5 unless told. */
  readonly percent?: number | undefined
}

/** Stands under every chart. */
export const CAVEAT = 'Indicative; purposive sample.'

type Digits = 0 | 1 | 2 | 3

const rounders = { 0: rounder(0), 1: rounder(1), 2: rounder(2), 3: rounder(3) } satisfies Record<
  Digits,
  Intl.NumberFormat
>

function rounder(digits: Digits): Intl.NumberFormat {
  return new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** "1,234"; with digits (0 to 3), "0.74". A minus sign, not a hyphen, for negatives. */
export function formatNumber(value: number, digits: Digits = 0): string {
  // Adding 0 turns −0, which would print with its sign, into 0.
  const rounded = Number(value.toFixed(digits)) + 0
  return rounders[digits].format(rounded).replace('-', '−')
}

/** 0 nobody, then too few for colour, few enough to be muted, and enough. */
export function baseOf(n: number, { colour = 3, percent = 5 }: Thresholds = {}): Base {
  if (n === 0) return 'nobody'
  if (n < colour) return 'too few'
  return n < percent ? 'few' : 'enough'
}

/**
 * "58%"; null when n is too small for a percentage to mean anything. Never rounds somebody to 0% or all but
 * somebody to 100%: those read "<1%" and ">99%".
 */
export function formatPercent(count: number, n: number, thresholds: Thresholds = {}): string | null {
  if (baseOf(n, thresholds) !== 'enough') return null
  return percent(count / n)
}

/** "14–69%", from shares. */
export function formatPercentInterval({ low, high }: Interval): string {
  return `${formatNumber(100 * low)}–${formatNumber(100 * high)}%`
}

/** "0.39 to 0.81": the word, since a dash beside a minus sign cannot be read. */
export function formatInterval({ low, high }: Interval, digits: Digits = 2): string {
  return `${formatNumber(low, digits)} to ${formatNumber(high, digits)}`
}

/** "7 of 12 (of 20)": with frustration, of those who spoke of it, of those in scope. Printed in every cell. */
export function cellLabel(frustrated: number, spoke: number, inScope: number): string {
  return `${formatNumber(frustrated)} of ${formatNumber(spoke)} (of ${formatNumber(inScope)})`
}

/** "1 resident", "12 residents". */
export function counted(count: number, noun: Noun): string {
  return `${formatNumber(count)} ${count === 1 ? noun.one : noun.many}`
}

/** "12 of the 20 residents spoke of this." The n line of a summary. */
export function nLine(spoke: number, inScope: number, noun: Noun): string {
  if (inScope === 0) return `No ${noun.many} are in scope.`
  return capitalised(`${partOf(spoke, inScope, noun)} spoke of this.`)
}

/**
 * The subject of a sentence: "7 of the 12 residents who talked about repairs". `clause` may be left out.
 * All: "all 12 residents …", "both residents …", "the only resident …". None: "none of the 12 residents …",
 * "0 of 1 resident …".
 * An empty group has no subject, so of nought it says "no residents …".
 */
export function partOf(count: number, total: number, noun: Noun, clause = ''): string {
  const tail = clause === '' ? '' : ` ${clause}`
  return `${partOfGroup(count, total, noun)}${tail}`
}

function partOfGroup(count: number, total: number, noun: Noun): string {
  const group = `${formatNumber(total)} ${total === 1 ? noun.one : noun.many}`
  if (total === 0) return `no ${noun.many}`
  if (total === 1) return count === 0 ? `0 of ${group}` : `the only ${noun.one}`
  if (count === 0) return total === 2 ? `neither of the ${group}` : `none of the ${group}`
  if (count === total) return total === 2 ? `both ${noun.many}` : `all ${group}`
  return `${formatNumber(count)} of the ${group}`
}

/** The verb for a subject of `count` people: one takes `one` ("was"), any other number `many` ("were"). */
export function verbFor(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

/** The text with its first letter as a capital, for a sentence that begins with a count in words. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)
}
