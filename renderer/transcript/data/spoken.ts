/** Codings in words, for the status line and screen readers. */
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { intensityName } from '../../ui/Code.tsx'
import type { Coding } from './looks.ts'

type ById = ReadonlyMap<Code['id'], Code>

/** “Frustration, strong, implied”. */
function spokenCoding({ code, intensity, stance }: Coding, codes: ById): string {
  const name = codes.get(code)?.name ?? 'a code that is gone'
  const strength = intensity === null ? '' : `, ${intensityName(intensity)}`
  return `${name}${strength}${stance === 'implied' ? ', implied' : ''}`
}

/** “2 passages coded: Frustration, strong · Waiting; Relief.” Empty for a turn without codings. */
export function spokenCodings(passages: readonly Passage[], codes: ById): string {
  if (passages.length === 0) return ''
  const each = passages.map(({ codings }) => codings.map((coding) => spokenCoding(coding, codes)).join(' · '))
  return `${passages.length} ${passages.length === 1 ? 'passage' : 'passages'} coded: ${each.join('; ')}.`
}
