/** What can be a speaker label, and how much it looks like one on its own. */
import {
  ABBREVIATIONS,
  CLAUSE_END,
  DOUBTFUL_WORDS,
  INTERVIEWER_WORDS,
  NEVER_WORDS,
  OTHER_WORDS,
  PARTICIPANT_WORDS,
} from './words.ts'

/** Letters of any script, digits, emoji with their joiners, and the signs names are written with. */
const GRAMMAR =
  /^(?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier} .'’´`\-\u2010\u2011\u2212–&/()#,+_?*<>@]|\u200d|\ufe0f)+$/u
const LETTER = /[\p{L}\p{Extended_Pictographic}]/u
/** A bracket without its other half: `(a`. */
const HALF_BRACKET = /^[^(]*\)|\([^)]*$/
/** What stands in brackets behind a name does not count for its length: `Fiona Hart (Mid Wold) (Ind)`. */
const BRACKETS = /(?: \([^()]*\))+$/
const MAX_LENGTH = 40
const MAX_WORDS = 6
const SPACE = 0x20

/** Participant and speaker codes: P7, Resp. 2, INT-1, P/1, Speaker 3, SPEAKER_00, F1, P?, K/M, id3, m1, FG1_P2. */
const CODE =
  /^(?:\p{L}{1,12}[ ._#/-]{0,2}\d{1,4}\p{L}?|\p{Lu}{1,3}\?|\p{Lu}{1,3}(?:\/\p{Lu}{1,3}){1,3}|\p{L}{1,4}\d{1,3}(?:[._/-]\p{L}{0,4}\d{0,3}){1,3})$/u
/** A voice that nobody knew, and a caller of whom only the telephone is known. */
const UNKNOWN = /^\?{1,3}$/
const TELEPHONE = /^(?:\+\d[\d ()-]{6,18}|0\d{2,4}[ -]\d[\d -]{4,10})\d$/
const NUMBER = /^\d{1,2}$/
const INITIALS = /^(?:\p{Lu}\.?){1,4}$/u
const CAPITALS = /^[\p{Lu}\p{M} .'’\u2010\u2011\u2212-]{2,}$/u
const NAME_WORD =
  /^(?:\p{Lu}(?:[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\d'’.\u2010\u2011\u2212-]|\u200d|\ufe0f)*|\(.*|.*\)|\d+|de|da|di|del|der|den|van|von|bin|al|el|la|le|of|for|the|and|&)$/u
/** Small words a surname begins with: van der Berg, de la Cruz, ap Rhys. */
const PARTICLES =
  /^(?:(?:de|da|di|del|della|der|den|des|dos|du|la|le|van|von|zu|ter|ten|bin|al|el|ap|ab|ferch) )+(?=\p{Lu})/u
const CASELESS = /^\p{Lo}[\p{Lo}\p{M}\p{N} ]{0,11}$/u
const QUESTION_NUMBER =
  /^(?:question|frage|vraag|option|box|step|part|teil|section|item|theme|topic|day|week|page|no|photo|picture|image|slide|chapter|figure|table|session|scene|focus group|workshop|interview|transcript|visit|wave)\s*(?:\p{L}{0,2}\d+|\p{L}$)/iu

/** A sentence that begins: `I miss: the quiet`. */
const CLAUSE_START = /^(?:[Ii]|[Ww]e|[Yy]ou|[Tt]hey|[Ss]?[Hh]e|[Ii]t|[Tt]hat|[Tt]here|[Ww]hat|[Ww]ho) \p{Ll}/u

/** What a form asks for about a person, and a note about one: `Participant name:`, `Researcher’s note:`. */
const ABOUT = /\s(?:name|id|number|no|code|age|gender|signature|initials|e-?mail|phone|notes?|comments?)$/i

/** Label without the white space, marks and colon around it: how two spellings of a file are compared. */
export function labelKey(label: string): string {
  return trimLabel(label).toLowerCase().replace(/\s+/g, ' ')
}

export function trimLabel(label: string): string {
  return label
    .replace(/^[\s\u200e\u200f\u061c>*•"“”'–-]+/u, '')
    .replace(/[\s\u200e\u200f\u061c:：;*]+$/u, '')
    .replace(/\s+/g, ' ')
}

/** The words of a label, lower case and without numbers and punctuation: "Speaker 1 (Male)" → speaker, male. */
function labelWords(label: string): string[] {
  return label
    .toLowerCase()
    .replace(/['’]s(?=\s|$)/g, '')
    .split(/[^\p{L}\p{M}’-]+/u)
    .filter(Boolean)
}

type WordRole = 'interviewer' | 'participant' | 'other'

/** The role a label names in words, or null. The first word that says something decides. */
export function wordRole(label: string): WordRole | null {
  const words = labelWords(label)
  // One letter alone may be anyone's initial; roles for those come from a legend or from the questions.
  if (words.length === 1 && (words[0]?.length ?? 0) === 1 && !/^[问問答]$/u.test(label)) return null
  if (words.some((word) => word === 'mother' || word === 'father' || word === 'second') && words.length > 1)
    return 'other'
  for (const word of words) {
    if (word.length === 1 && words.length > 1) continue
    if (INTERVIEWER_WORDS.has(word)) return 'interviewer'
    if (PARTICIPANT_WORDS.has(word)) return 'participant'
    if (OTHER_WORDS.has(word)) return 'other'
  }
  return null
}

/** Whether a label says by its words that someone asks or answers. */
export const takesPart = (label: string): boolean =>
  ['interviewer', 'participant'].includes(wordRole(label) ?? '')

/** Whether a text may be a label at all (G2), before anything is known about the document. */
export function isLabel(text: string): boolean {
  const name = text.endsWith(')') ? text.replace(BRACKETS, '') : text
  if (text.length === 0 || name.length > MAX_LENGTH || isLong(name)) return false
  const isName = [LETTER, UNKNOWN, TELEPHONE].some((form) => form.test(text))
  return isName && GRAMMAR.test(text) && !HALF_BRACKET.test(text) && !isNever(text)
}

/** Whether a label says that nobody knew who spoke: `?`, `???`. */
export const isUnknownVoice = (label: string): boolean => UNKNOWN.test(label)

/** Whether a label is a bare number, as some write a focus group: `1: …`, `2: …`. */
export const isNumber = (label: string): boolean => NUMBER.test(label)

/** Whether a label names no person as a rule (`Subject:`, `AH:`), so that it must come back to be believed. */
export function isDoubtful(label: string): boolean {
  const key = label.toLowerCase()
  return isNumber(label) || DOUBTFUL_WORDS.has(key) || NEVER_WORDS.has(key)
}

/** Whether a text has more words than a label, so that it need not be looked at more closely. */
export function isLong(text: string): boolean {
  let words = 0
  let last = SPACE
  for (let at = 0; at < text.length && words <= MAX_WORDS; at++) {
    const code = text.charCodeAt(at)
    if (code !== SPACE && last === SPACE) words++
    last = code
  }
  return words > MAX_WORDS
}

/** Openings that never name a speaker (G3). */
function isNever(text: string): boolean {
  const key = text.toLowerCase().replace(/[.\s]+$/, '')
  if (/^\p{Lu}{2,3}$/u.test(text) && !ABBREVIATIONS.has(key)) return false
  if (CLAUSE_START.test(text)) return true
  return NEVER_WORDS.has(key) || [QUESTION_NUMBER, CLAUSE_END, ABOUT].some((form) => form.test(key))
}

/**
 * How much a label looks like one by itself, 0–1: a role word, a code, initials or capitals are strong,
 * a name in title case nearly so; anything else could be the start of a sentence.
 */
export function strength(label: string): number {
  const words = label
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(' ').length
  if (words <= 3 && wordRole(label)) return 1
  if ([CODE, INITIALS, CAPITALS, UNKNOWN, TELEPHONE].some((form) => form.test(label))) return 1
  if (CASELESS.test(label)) return 0.9
  if (/^\p{Ll}{1,3}$/u.test(label)) return 0.8
  const name = label.replace(PARTICLES, '')
  if (!/^[\p{Lu}\p{Extended_Pictographic}]/u.test(name)) return 0.3
  return name.split(/,? /).every((word) => NAME_WORD.test(word)) ? 0.8 : 0.3
}

/** Whether a label is made of the first letters of another: `SH` of `Sandra Stewart Holyoak`, `KM` of `Kate Morris`. */
export function isInitialsOf(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 4) return false
  const letters = long
    .replace(/\(.*?\)/g, '')
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toLowerCase()
  const key = short.toLowerCase()
  return letters === key || (letters.length > 2 && `${letters[0]}${letters.at(-1)}` === key)
}

/** The outline of a label ("A", "Aa", "Aa Aa", "A9"): labels of one transcript tend to share it. */
export function outline(label: string): string {
  return label
    .replace(/\p{Lu}{2,}|\p{Lu}(?![\p{Ll}])/gu, 'A')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{Ll}\p{Lo}\p{M}’'-]+/gu, 'a')
    .replace(/\d+|\?/g, '9')
}
