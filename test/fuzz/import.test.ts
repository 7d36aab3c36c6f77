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
    for (const each of await problems(file)) wrong.push(`${file.name}: ${each}`)
    for (let round = 0; round < rounds; round++) {
      const bytes = damaged(file, round, files)
      for (const each of await problems({ ...file, bytes }))
        wrong.push(`${file.name}, round ${round}: ${each}`)
    }
  }
  expect(wrong).toEqual([])
}

describe('a damaged transcript is refused in words or read by the rules', () => {
  it('when it comes from the sample study', () => expectSound(sampleStudy(), asked || 12))

  it('when it is a small document of each format', () => expectSound(built(), asked || 40))

  it.skipIf(!sharedAreHere)(
    `when it is one of the shared transcripts (${sharedAreHere ? 'here' : 'not here: set WAYMARK_SHARED'})`,
    () => expectSound(sharedTranscripts(), asked || 1),
  )
})
