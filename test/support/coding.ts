/** Coding by words: a test says which words get which codes, and the offsets are found for it. */
import type { Input } from '../../core/contract/index.ts'
import { documentText } from '../../core/documents/text.ts'
import type { TestProject } from './project.ts'

/** Codes the first place of `words` with keys such as `CMP3.1` and `frustration:3`; answers the passage's id. */
export async function codeWords(
  study: TestProject,
  document: number,
  words: string,
  keys: readonly string[],
  coder = 'Amina',
): Promise<number> {
  const start = documentText(study.open.db, document).indexOf(words)
  if (start === -1) throw new Error(`“${words}” is not in transcript ${document}`)
  return codeSpan(study, document, [start, start + words.length], keys, coder)
}

/** The same by offsets. */
export async function codeSpan(
  study: TestProject,
  document: number,
  [start, end]: readonly [number, number],
  keys: readonly string[],
  coder = 'Amina',
): Promise<number> {
  const codes = keys.map((key) => {
    const [name = '', intensity] = key.split(':')
    const code = study.code(name)
    return intensity === undefined ? { code } : { code, intensity: Number(intensity) }
  })
  const input = { document, start, end, codes } as unknown as Input<'codings.add'>
  const { passage } = await study.ask('codings.add', input, coder)
  return passage.id
}

/** Sets fields that no verb of this test's concern sets, such as a status or a wave. */
export function describeDocument(
  study: TestProject,
  document: number,
  fields: { status?: 'imported' | 'coding' | 'complete'; wave?: string },
): Promise<unknown> {
  const input = { document, ...fields } as unknown as Input<'documents.describe'>
  return study.ask('documents.describe', input)
}
