/** Exports as a reviewer opens them: CSV in one library, JSON in another, nothing else of the program. */
import { parse } from 'csv-parse/sync'
import { sampleStudy, type Study } from '../../support/sample.ts'
import type { Exported, Line, Passage } from './exported.ts'

export type Ask = Pick<Study, 'ask'>

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

export const csv = (bytes: Uint8Array): Line[] => parse(text(bytes), { columns: true, bom: true })

async function tables({ ask }: Ask, format: string): Promise<Line[][]> {
  const { files } = await ask('exporting.make', { format, special: true })
  return files.map(({ bytes }) => csv(bytes))
}

interface Written {
  passage: number
  transcript: number
  coder: string
  participant: string | null
  start: number
  end: number
  words: number
  codes: { code: string; family: string; intensity: number | null }[]
}

async function passagesOf({ ask }: Ask): Promise<Passage[]> {
  const { files } = await ask('exporting.make', { format: 'passages' })
  const { passages } = JSON.parse(text(files[0]?.bytes)) as { passages: Written[] }
  return passages.map(({ passage, transcript, participant, codes, ...rest }) => ({
    ...rest,
    id: String(passage),
    transcript: String(transcript),
    participant: participant ?? '',
    codes: codes.map((use) => ({ ...use, intensity: use.intensity ?? 2 })),
  }))
}

export async function readExports(study: Ask): Promise<Exported> {
  const [codings = [], , voices = []] = await tables(study, 'csv')
  const [codebook = []] = await tables(study, 'codebook-csv')
  const [people = []] = await tables(study, 'participants')
  const passages = await passagesOf(study)
  return { passages, codings, voices, codebook, people, several: ['vulnerability'] }
}

/** The sample study with some of everything: unfinished transcripts, waves, and someone who has withdrawn. */
export async function usedSample(): Promise<Study> {
  const study = await sampleStudy()
  const { documents } = await study.ask('documents.list', {})
  for (const [place, { document }] of documents.entries()) {
    await study.ask('documents.describe', {
      document,
      wave: String(1 + (place % 2)),
      ...(place % 4 === 3 && { status: 'coding' as const }),
    })
  }
  const { participants } = await study.ask('participants.list', {})
  for (const { id, name } of participants) {
    if (name === 'P05') await study.ask('participants.withdraw', { participant: id, withdrawn: true })
  }
  return study
}
