/** Recognises CHAT, the format of TalkBank (https://talkbank.org/manuals/CHAT.html): headers and annotation lines. */
import { factKey } from './keys.ts'
import { labelKey, wordRole } from './labels.ts'
import type { Front } from './legend.ts'
import type { Line } from './lines.ts'

const HEADER = /^@([A-Z][\p{L} ]*)(?::\s*(.*))?$/u

/** Headers (`@Participants:`) are the front page; lines on a dependent tier (`%mor:`) annotate the turn above. */
export function readChat(lines: Line[], front: Front): void {
  if (!lines.slice(0, 10).some((line) => content(line) === '@Begin')) return
  for (const line of lines) {
    const text = content(line)
    const [, name, value] = HEADER.exec(text) ?? []
    if (name !== undefined) {
      front.marked.set(line.index, 'front page')
      if (value) readHeader(name, value, front)
    } else if (/^%\w+:/.test(text)) line.furniture = 'annotation of the line above'
  }
}

const content = (line: Line) => line.text.slice(line.from, line.to)

/** `@Participants:	PAR Participant, INV Investigator` names codes and roles; other headers may be facts. */
function readHeader(name: string, value: string, front: Front): void {
  const key = factKey(name)
  if (name === 'Participants')
    for (const person of value.split(',')) {
      const [code = '', ...role] = person.trim().split(/\s+/)
      const why = 'the header of the file says so'
      if (code) front.named.set(labelKey(code), { role: wordRole(role.join(' ')), why })
    }
  else if (key) front.metadata.push({ key, value, from: 'front page' })
}
