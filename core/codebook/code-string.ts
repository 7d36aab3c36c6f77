/** Codes in one line, as tables of codings and the command line write them: `CMP3.1;frustration:2;why.delay`. */
import { CoreError } from '../contract/errors.ts'

export interface CodeUse {
  code: number
  intensity?: 1 | 2 | 3
}

/**
 * Short ids parted by semicolons, an intensity of 1 to 3 after a colon where there is one. `idOf` answers undefined, or
 * throws in words of its own, for a code that is not in the codebook. Throws when no code is given.
 */
export function parseCodes(line: string, idOf: (code: string) => number | undefined): CodeUse[] {
  const parts = line
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length === 0)
    throw new CoreError('invalid', 'No code is given. Write codes as in CMP3.1;frustration:2.')
  return parts.map((part) => parseUse(part, idOf))
}

function parseUse(part: string, idOf: (code: string) => number | undefined): CodeUse {
  const [, short = part, strength] = /^(.*?)(?:\s*:\s*(\d+))?$/.exec(part) ?? []
  const code = idOf(short)
  if (code === undefined) throw new CoreError('not-found', `There is no code “${short}” in the codebook.`)
  if (strength === undefined) return { code }
  const intensity = ([1, 2, 3] as const).find((known) => String(known) === strength)
  if (intensity === undefined)
    throw new CoreError('invalid', `“${short}” has the intensity ${strength}. It must be 1, 2 or 3.`)
  return { code, intensity }
}
