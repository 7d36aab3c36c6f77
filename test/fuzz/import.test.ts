/**
 * Damaged transcripts: each ends in a stated error or in a document that keeps every rule. The damage is the same
 * in every run; WAYMARK_FUZZ_ROUNDS sets how many damaged copies of each file are tried.
 */
import { describe, expect, it } from 'vitest'
import { damaged, problems } from './damage.ts'
import { built, sampleStudy, sharedAreHere, sharedTranscripts, type Sample } from './samples.ts'

const asked = Number(process.env['WAYMARK_FUZZ_ROUNDS'] ?? 0)

async function expectSound(files: readonly Sample[], rounds: number): Promise<void> {
  const wrong: string[] = []
  for (const file of files) {
    const copies = Array.from({ length: rounds }, (_, round) => damaged(file, round, files))
    const found = await Promise.all([file.bytes, ...copies].map((bytes) => problems({ ...file, bytes })))
    for (const [at, each] of found.entries())
      for (const problem of each)
        wrong.push(`${file.name}, ${at === 0 ? 'as it is' : `round ${at - 1}`}: ${problem}`)
  }
  expect(wrong).toEqual([])
}

describe('a damaged transcript is refused in words or read by the rules', () => {
  it('when it comes from the sample study', () => expectSound(sampleStudy(), asked || 50))

  it('when it is a small document of each format', () => expectSound(built(), asked || 200))

  it.skipIf(!sharedAreHere)(
    `when it is one of the shared transcripts (${sharedAreHere ? 'here' : 'not here: set WAYMARK_SHARED'})`,
    () => expectSound(sharedTranscripts(), asked || 3),
  )
})
