/** What holds of every file that was understood, whatever was in it. */
import type { ParsedCases, ParsedDocument } from '../../core/import/model.ts'

/** The broken rules, in words; empty when all hold. */
export function broken(parsed: ParsedDocument | ParsedCases): string[] {
  if (!('cases' in parsed)) return brokenIn(parsed)
  const unnamed = parsed.cases.filter(({ participant }) => participant === '').length
  return [
    ...(unnamed > 0 ? ['a case without a name'] : []),
    ...parsed.cases.flatMap(({ document }) => brokenIn(document)),
  ]
}

function brokenIn(document: ParsedDocument): string[] {
  return [
    ...brokenText(document),
    ...brokenTurns(document),
    ...brokenBalance(document),
    ...brokenSpeakers(document),
    ...brokenFindings(document),
  ]
}

const UNWANTED = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]/
/** Half of a pair of surrogates. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

function brokenText({ text }: ParsedDocument): string[] {
  return say({
    'text is not NFC': text.normalize('NFC') !== text,
    'text holds control or hidden characters': UNWANTED.test(text),
    'text holds half a character': LONE.test(text),
  })
}

function brokenTurns({ text, turns, speakers }: ParsedDocument): string[] {
  const found = new Set<string>()
  let at = 0
  for (const { start, end, speaker, kind, startMs, endMs } of turns) {
    const own = say({
      'a turn does not start where the one before ends': start !== at,
      'a turn is empty': end <= start,
      'a turn starts or ends with white space': text.slice(start, end).trim() !== text.slice(start, end),
      'a turn parts a character': parts(text, start) || parts(text, end),
      'turns are not parted by a newline': end < text.length && text[end] !== '\n',
      'a turn has a speaker that is not listed': speaker !== null && speakers[speaker] === undefined,
      'a heading, event or note has a speaker': kind !== 'speech' && speaker !== null,
      'a time is no time': [startMs, endMs].some(
        (ms) => ms !== undefined && !(Number.isInteger(ms) && ms >= 0),
      ),
    })
    for (const each of own) found.add(each)
    at = end + 1
  }
  if (text.length > 0 && at !== text.length + 1) found.add('turns do not cover the text')
  return [...found]
}

/** Whether a surrogate pair stands around an offset. */
const parts = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1))

const size = (text: string) => text.replace(/\s+/g, '').length

function brokenBalance({ text, characters, ignored }: ParsedDocument): string[] {
  const listed = ignored.reduce((sum, line) => sum + size(line.text) * (line.times ?? 1), 0)
  return say({
    'characters do not balance': characters.source !== characters.kept + characters.ignored,
    'kept characters are miscounted': characters.kept !== size(text),
    'ignored lines hold more than was ignored': listed > characters.ignored,
    'an ignored line says no reason': ignored.some(({ why }) => why === ''),
  })
}

function brokenSpeakers({ speakers, aliases, turns }: ParsedDocument): string[] {
  const labels = new Set(speakers.map(({ label }) => label))
  const speaking = new Set(turns.map(({ speaker }) => speaker))
  return say({
    'a speaker is listed twice': labels.size !== speakers.length,
    'a speaker has no label': labels.has(''),
    'a speaker never speaks': speakers.some((_, at) => !speaking.has(at)),
    'a label holds control or hidden characters': speakers.some(
      ({ label }) => UNWANTED.test(label) || /\n/.test(label),
    ),
    'a label is not NFC': speakers.some(({ label }) => label.normalize('NFC') !== label),
    'a role has no reason': speakers.some(({ why }) => why === ''),
    'a merge is proposed of a label that is not there': aliases.some(
      ({ from, to }) => !labels.has(from) || !labels.has(to) || from === to,
    ),
  })
}

function brokenFindings({
  text,
  comments,
  confidence,
  alternatives,
  warnings,
  metadata,
  sha256,
}: ParsedDocument): string[] {
  return say({
    'a comment stands outside the text': comments.some(
      ({ start, end }) => !(start >= 0 && start <= end && end <= text.length),
    ),
    'a confidence is not between 0 and 1': [confidence, ...alternatives.map((each) => each.confidence)].some(
      (each) => !(each >= 0 && each <= 1),
    ),
    'a warning has no code or no message': warnings.some(
      ({ code, message }) => !/^[a-z-]+$/.test(code) || message === '',
    ),
    'a fact has no key, value or place': metadata.some(
      ({ key, value, from }) => key === '' || value === '' || from === '',
    ),
    'the checksum is none': !/^[0-9a-f]{64}$/.test(sha256),
  })
}

const say = (rules: Record<string, boolean>): string[] => Object.keys(rules).filter((rule) => rules[rule])
