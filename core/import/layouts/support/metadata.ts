/** Gathers what a file says about its interview: title, headers, text boxes, properties, file name. */
import type { Metadata, Source, Warning } from '../../model.ts'
import { factKey, isoDate } from './keys.ts'
import type { Script } from './script.ts'

const SEX = /^(?:(fe)?male|woman|man|f|m|non-?binary|w|weiblich|männlich)$/i
const AGE = /^(?:aged?\s*)?(\d{2,3})(?:\s*(?:years?(?: old)?|yrs?|y\/?o))?$/i
const SUBJECT =
  /^(?:(?:participant|interview(?:ee)?|respondent|resident|tenant|informant|household|transcript|focus group|workshop|case|int|id|p|r)\s*(?:number|no\.?|id|#)?\s*[-_]?\s*\p{L}{0,3}\d{1,4}\p{L}?|\p{Lu}{1,3}[-_]?\d{1,4})$/iu

/** No line of a title page that states facts is longer, in characters. */
const TITLE_LENGTH = 240

/** Facts in a title such as "Interview 7 – Female, 34, Tower estate": subject, sex, age, area. */
export function titleFacts(title: string, from: string): Metadata[] {
  const pieces = title
    .split(/\s+[-–—|]\s+|[,;]\s*|\s{2,}|\s*[–—]\s*/)
    .map((piece) => piece.trim())
    .filter(Boolean)
  const facts: Metadata[] = []
  const subject = pieces.findIndex((piece) => SUBJECT.test(piece))
  if (subject >= 0) facts.push({ key: 'participant', value: codeOf(pieces[subject] ?? ''), from })
  let described = false
  for (const piece of pieces.slice(subject + 1)) {
    const age = AGE.exec(piece)?.[1]
    if (SEX.test(piece)) facts.push({ key: 'sex', value: piece, from })
    else if (age && Number(age) <= 110) facts.push({ key: 'age', value: age, from })
    else if (described && /^\p{Lu}[\p{L}\s'’.-]{2,40}$/u.test(piece) && !/^part\b/i.test(piece)) {
      facts.push({ key: 'area', value: piece, from })
      break
    } else continue
    described = true
  }
  const date = isoDate(title)
  if (date) facts.push({ key: 'date', value: date, from })
  return facts
}

/** `Interview P05` and `Participant P05` are P05; `Interview 7` stays as it is. */
const codeOf = (subject: string) => /^\p{L}+\s(\p{Lu}{1,3}[-_]?\d{1,4})$/u.exec(subject)?.[1] ?? subject

const FROM: Record<Source['asides'][number]['where'], string> = {
  header: 'page header',
  footer: 'page footer',
  textbox: 'text box',
  property: 'document property',
  'front-matter': 'front matter',
  'file-name': 'file name',
  control: 'form field',
  sheet: 'sheet',
}
const PAIR =
  /([\p{Lu}][\p{L} ]{1,30})[:：]\s*([^:：\t\n|]+?)(?=\s*(?:[|\t\n]|\s{2,}|,\s*(?=\d{1,2}\s\p{L})|$))/gu
const CODE = /\b(?:int(?:erview)?[-_ ]?\d{1,4}|\p{Lu}{1,3}-?\d{2,4})\b/iu

function asideFacts(source: Source): Metadata[] {
  const facts: Metadata[] = []
  for (const { where, text } of source.asides) {
    const from = FROM[where]
    const yaml =
      where === 'front-matter' || where === 'property' ? /^\s*([\w .-]{1,40}):\s*(.+)$/.exec(text) : null
    if (yaml?.[1] && yaml[2]) {
      const key = factKey(yaml[1])
      if (key) facts.push({ key, value: tidy(key, yaml[2].replace(/^["']|["']$/g, '')), from })
      continue
    }
    let paired = false
    for (const [, name = '', value = ''] of text.matchAll(PAIR)) {
      const key = factKey(name)
      if (!key) continue
      paired = true
      facts.push({ key, value: tidy(key, value.trim()), from })
    }
    const date = where === 'sheet' ? null : isoDate(text)
    if (date && !facts.some((fact) => fact.key === 'date' && fact.from === from))
      facts.push({ key: 'date', value: date, from })
    const code = paired || where === 'sheet' ? null : CODE.exec(text)?.[0]
    if (code) facts.push({ key: where === 'control' ? 'participant' : 'interview_id', value: code, from })
  }
  return facts
}

function tidy(key: string, value: string): string {
  return key === 'date' ? (isoDate(value) ?? value) : value
}

/** Title: the first heading, or the first line of the document when it reads like one. */
function titleOf(script: Script, headingAt: number | undefined): string | null {
  const first = script.lines.find((line) => !line.furniture && !line.cue && !line.cell)
  const marked = headingAt === undefined ? undefined : script.lines[headingAt]
  const line = first && (marked === undefined || first.index <= marked.index) ? first : marked
  if (!line || line.to - line.from > 140) return null
  const text = script.text(line)
  return line === marked || titleFacts(text, 'title').length > 0 ? text : null
}

/** `titles`: lines of the headings and notes before any talk, first heading first. */
export function gatherMetadata(script: Script, file: string, titles: number[]): Metadata[] {
  const title = titleOf(script, titles[0])
  const name = file.replace(/\.[\p{L}\d]{1,5}$/u, '').replace(/_+/g, ' ')
  const all: Metadata[] = [
    ...script.front.metadata
      .filter((fact) => !isDescribed(fact))
      .map(({ key, value, from }) => ({ key, value: tidy(key, value), from })),
    ...frontDetails(script),
    ...(title ? [{ key: 'title', value: title, from: 'title' }, ...titleFacts(title, 'title')] : []),
    ...below(script, titles.slice(1), title),
    ...dateLine(script),
    ...asideFacts(script.source),
    ...titleFacts(name, 'file name'),
  ]
  const seen = new Set<string>()
  return all.filter(({ key, value, from }) => {
    const id = `${key}\n${value}\n${from}`
    return value !== '' && !seen.has(id) && seen.add(id)
  })
}

/** A second title line as it stands under many a first: `Participant P01 – Woman, 71 – at home, 17 February 2026`. */
function below(script: Script, lines: number[], title: string | null): Metadata[] {
  const known = new Set(title === null ? [] : titleFacts(title, 'title').map(({ key }) => key))
  return lines.slice(0, 3).flatMap((at) => {
    const line = script.lines[at]
    if (!line || line.to - line.from > TITLE_LENGTH) return []
    const facts = titleFacts(script.text(line), 'title').filter(({ key }) => !known.has(key))
    for (const { key } of facts) known.add(key)
    return facts
  })
}

/** A line near the top that is little more than a date: `12 March 2026, 10:02am`. */
function dateLine(script: Script): Metadata[] {
  for (const line of script.content.slice(0, 8)) {
    if (line.cell || line.cue || line.to - line.from > 60) continue
    const date = isoDate(script.text(line))
    if (date) return [{ key: 'date', value: date, from: 'title' }]
  }
  return []
}

const isDescribed = ({ key, value }: Metadata) =>
  key === 'participant' &&
  value.includes(',') &&
  titleFacts(value, '').some((fact) => fact.key === 'participant')

/** `Participant: P07, female, 34, council tenant`: the code is the participant, the rest describes. */
function frontDetails(script: Script): Metadata[] {
  return script.front.metadata
    .filter(isDescribed)
    .flatMap(({ value, from }) => titleFacts(value, from).map((fact) => ({ ...fact, from })))
}

/** One warning for each key on which two places disagree in their numbers or words. */
export function conflicts(metadata: Metadata[]): Warning[] {
  const byKey = new Map<string, Metadata[]>()
  for (const fact of metadata)
    if (fact.key !== 'title') byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact])
  const warnings: Warning[] = []
  for (const [key, facts] of byKey) {
    const first = facts[0]
    const other = facts.find((fact) => first && fact.from !== first.from && differs(first.value, fact.value))
    if (!first || !other) continue
    const message = `The ${first.from} and the ${other.from} differ about “${key.replaceAll('_', ' ')}”. Choose the right one before storing.`
    warnings.push({ code: 'metadata-conflict', message })
  }
  return warnings
}

function differs(a: string, b: string): boolean {
  const digits = (value: string) => value.replace(/\D+/g, ' ').trim().replace(/^0+/, '')
  if (digits(a) && digits(b)) return digits(a).split(' ')[0] !== digits(b).split(' ')[0]
  return a.toLowerCase().trim() !== b.toLowerCase().trim()
}
