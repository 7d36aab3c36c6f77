/** Agreement between coders, code by code. */
import type { z } from 'zod'
import type { Agreement, rigour } from '../../contract/rigour.ts'
import type { ReadableDb } from '../../db/database.ts'
import { inList, sql } from '../../db/sql.ts'
import { overlaps, type Span } from '../../text/spans.ts'
import { readCodebook, type CodeFacts } from '../codebook.ts'
import type { Evidence } from '../evidence/episodes.ts'
import type { Pace } from '../pace.ts'
import { readSample, type Sample } from '../sample.ts'
import {
  characterAgreement,
  codeAgreement,
  intensityAgreement,
  reading,
  unitisingAgreement,
} from '../stats/agreement.ts'
import type { BootstrapOptions } from '../stats/bootstrap.ts'
import { counted, formatNumber } from '../stats/format.ts'
import { alpha, type Ratings } from '../stats/krippendorff.ts'
import { touched } from '../stats/spanSets.ts'
import { codersOf, sharedTranscripts, withCode, type SharedTranscript } from './transcripts.ts'

type AgreementOut = z.input<typeof Agreement>
type CodeOut = AgreementOut['codes'][number]
type Asked = z.output<typeof rigour.agreement.input>

export async function agreementReport(db: ReadableDb, asked: Asked, pace: Pace): Promise<AgreementOut> {
  const { scope, unit, seed, draws } = asked
  const transcripts = sharedTranscripts(db, readSample(db, scope), unit)
  const coders = codersOf(transcripts)
  const codes = codesUsed(db, transcripts).filter(
    ({ family }) => asked.families?.includes(family as never) ?? true,
  )
  const figures: CodeOut[] = []
  for (const [done, code] of codes.entries()) {
    await pace.breathe(done, codes.length, 'Comparing the coders')
    figures.push(figuresFor(code, transcripts, coders, { seed, draws }))
  }
  return {
    coders: db.all(sql`SELECT id, name FROM coder WHERE id IN ${inList(coders)} ORDER BY id`),
    documents: transcripts.map(({ document, name, byCoder }) => ({ document, name, coders: byCoder.size })),
    codes: figures,
    settings: { unit, seed, draws, caption: captionOf(asked, transcripts.length) },
  }
}

function codesUsed(db: ReadableDb, transcripts: readonly SharedTranscript[]): CodeFacts[] {
  const used = new Set<number>()
  for (const { byCoder } of transcripts) {
    for (const passages of byCoder.values())
      for (const { codes } of passages) codes.forEach((code) => used.add(code))
  }
  return readCodebook(db).inOrder.filter(({ id }) => used.has(id))
}

function figuresFor(
  code: CodeFacts,
  transcripts: readonly SharedTranscript[],
  coders: readonly number[],
  options: BootstrapOptions,
): CodeOut {
  const judged = transcripts.map((transcript) => judgements(transcript, coders, code.id))
  const [first = 0, second = 0] = coders
  const byAll = transcripts.filter(({ byCoder }) => coders.every((coder) => byCoder.has(coder)))
  return {
    code: code.key,
    name: code.name,
    family: code.family as CodeOut['family'],
    ...codeAgreement(judged, options),
    kappa:
      coders.length === 2
        ? characterAgreement(
            byAll.map(({ length, byCoder }) => ({
              length,
              first: withCode(byCoder.get(first), code.id),
              second: withCode(byCoder.get(second), code.id),
            })),
            options,
          ).coefficient
        : null,
    unitising: unitisingAgreement(
      byAll.map(({ length, byCoder }) => ({
        length,
        coders: coders.map((coder) => withCode(byCoder.get(coder), code.id)),
      })),
      options,
    ),
    intensity:
      code.family === 'emotion'
        ? intensityAgreement(
            transcripts.map((transcript) => strengths(transcript, coders, code.id)),
            options,
          )
        : null,
  }
}

/** For each unit what each coder made of it: 1 used, 0 not, null when they did not code the transcript. */
export function judgements(
  { units, byCoder }: SharedTranscript,
  coders: readonly number[],
  code: number,
): Ratings[] {
  const lists = coders.map((coder) =>
    byCoder.has(coder) ? touched(units, withCode(byCoder.get(coder), code)) : null,
  )
  return units.map((_, place) => lists.map((list) => list?.[place] ?? null))
}

/** For each unit the strongest intensity each coder gave the emotion there; null where they did not use it. */
function strengths({ units, byCoder }: SharedTranscript, coders: readonly number[], code: number): Ratings[] {
  const lists = coders.map((coder) => withCode(byCoder.get(coder), code))
  return units.map((unit) => lists.map((list) => strongest(list, unit, code)))
}

function strongest(passages: readonly Evidence[], unit: Span, code: number): number | null {
  const here = passages.filter((passage) => overlaps(passage, unit))
  if (here.length === 0) return null
  return Math.max(...here.map(({ codes, strengths }) => strengths[codes.indexOf(code)] ?? 0))
}

/** How well coders agree on a few codes, in a line for a confidence box: α by sentence, without an interval. */
export function agreementLine(db: ReadableDb, sample: Sample, codes: readonly CodeFacts[]): string {
  const transcripts = sharedTranscripts(db, sample, 'sentence')
  if (transcripts.length === 0)
    return 'No transcript here was coded by two coders, so agreement is not known.'
  const coders = codersOf(transcripts)
  const parts = codes.map(({ id, name }) => {
    const value = alpha(
      transcripts.flatMap((transcript) => judgements(transcript, coders, id)),
      'nominal',
    )
    return value === null
      ? `${name} not used by two coders`
      : `${name} α ${formatNumber(value, 2)} (${reading(value)})`
  })
  const on = counted(transcripts.length, { one: 'transcript', many: 'transcripts' })
  return `Agreement by sentence on ${on} coded twice: ${parts.join('; ')}.`
}

function captionOf({ unit, seed, draws }: Asked, transcripts: number): string {
  if (transcripts === 0) {
    return 'No transcript in scope was coded by two coders, so there is no agreement to report yet.'
  }
  const on = counted(transcripts, { one: 'transcript', many: 'transcripts' })
  return `Krippendorff’s α by ${unit} on ${on} that two or more coders coded; 95% intervals by bootstrap over transcripts (${draws} draws, seed ${seed}). α of .80 and more reads as reliable, .667 to .80 as tentative. Interviewers’ words are not judged.`
}
