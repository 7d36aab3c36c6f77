/** A touchpoint's summary: what it says, what carries each sentence, and whose words stay out. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { codeWords, describeDocument } from '../../../test/support/coding.ts'
import { testProject, type TestProject } from '../../../test/support/project.ts'
import type { Input } from '../../contract/index.ts'

const LEAK = 'It leaked for three long weeks.'
const KIND = 'They were kind to me.'
const CALL = 'A call would have been enough.'

let study: TestProject
beforeEach(() => {
  study = testProject()
})
afterEach(() => study.close())

const interview = (person: string): number =>
  study.transcript(`Interview ${person}`, ['I: How was it?', `${person}: ${LEAK} ${KIND} ${CALL}`])
const code = (document: number, words: string, keys: string[]) => codeWords(study, document, words, keys)
const summaryOf = (more: object = {}) =>
  study.ask('analysis.summary', { touchpoint: 'CMP3.1', ...more } as Input<'analysis.summary'>)
const fileOf = async (format: 'html' | 'md' | 'docx') => {
  const input = { touchpoint: 'CMP3.1', format } as Input<'analysis.summaryFile'>
  return (await study.ask('analysis.summaryFile', input)).bytes
}
const refuse = async (name: string) => {
  const { participants } = await study.ask('participants.list', {})
  const participant = participants.find((person) => person.name === name)?.id
  await study.ask('participants.change', {
    participant,
    consentQuotes: false,
  } as Input<'participants.change'>)
}

async function twelve(): Promise<void> {
  for (let i = 1; i <= 12; i += 1) {
    const document = interview(`P${String(i).padStart(2, '0')}`)
    await code(document, LEAK, i <= 7 ? ['CMP3.1', 'frustration:3', 'why.delay'] : ['CMP3.1'])
    if (i <= 2) await code(document, KIND, ['CMP3.1', 'gratitude:1'])
    if (i === 12) await code(document, CALL, ['CMP3.1', 'layer.wanted_instead'])
  }
}

describe('The summary of a touchpoint', () => {
  it('says its counts in sentences, each carried by its passages', async () => {
    await twelve()
    const { text, n, intensity } = await summaryOf()
    const sentences = text.map(({ sentence }) => sentence)
    expect(sentences).toContain('7 of the 12 residents who talked about it were frustrated by it.')
    expect(sentences).toContain('The reason most often given was “Delay / time” (7 residents).')
    expect(sentences).toContain(
      '2 of the 12 residents who talked about it spoke well of it; all of them were also frustrated.',
    )
    expect(text.map(({ passages }) => passages.length)).toEqual([15, 7, 7, 7, 2, 1])
    expect(n).toMatchObject({ P: 12, E: 12, F: 7, passages: 15 })
    expect(intensity).toEqual([0, 0, 7])
  })

  it('agrees with the heatmap', async () => {
    await twelve()
    const { n, emotions } = await summaryOf()
    const heatmap = await study.ask('analysis.heatmap', {})
    const total = heatmap.rows[0]?.total
    expect(total).toMatchObject({ P: n.P, E: n.E, F: n.F, passages: n.passages })
    const frustration = emotions.find(({ code }) => code === 'frustration')
    expect(frustration).toMatchObject({ interval: { low: total?.low, high: total?.high }, intensity: 3 })
  })

  it('holds up with nobody, one and two people', async () => {
    expect((await summaryOf()).text).toEqual([
      { sentence: 'No residents spoke of “Acknowledgement received”.', passages: [] },
    ])
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:3'])
    expect((await summaryOf()).text[1]?.sentence).toBe(
      'The only resident who talked about it was frustrated by it.',
    )
    await code(interview('P02'), LEAK, ['CMP3.1', 'frustration:1'])
    const summary = await summaryOf()
    expect(summary.text[1]?.sentence).toBe('Both residents who talked about it were frustrated by it.')
    expect(summary.confidence.warnings).toContain('Only 2 residents spoke of this: too few for any figure.')
  })

  it('draws the same quotes for the same seed, with a counter-example, and none from who refused', async () => {
    await twelve()
    await refuse('P01')
    const { quotes } = await summaryOf({ seed: 5 })
    expect(await summaryOf({ seed: 5 })).toMatchObject({ quotes })
    expect(quotes.chosen.map(({ participantName }) => participantName)).not.toContain('P01')
    expect(quotes.chosen.filter(({ counterExample }) => counterExample)).toHaveLength(1)
    expect(quotes.chosen.length).toBeLessThanOrEqual(5)
  })

  it('does not say that nobody spoke where people spoke without frustration or praise', async () => {
    for (const person of ['P01', 'P02', 'P03']) await code(interview(person), LEAK, ['CMP3.1'])
    const { quotes } = await summaryOf()
    expect(quotes.chosen).toEqual([])
    expect(quotes.counterExample).toMatch(/^Nobody spoke of frustration here/)
  })

  it('says in which other files a quote has been, without that changing what is drawn', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'CMP3.2', 'frustration:3'])
    const quotesAt = async (touchpoint: string) =>
      (await summaryOf({ touchpoint })).quotes.chosen.map(({ quotedIn, why }) => ({ quotedIn, why }))
    const [before] = await quotesAt('CMP3.2')
    expect(before?.quotedIn).toEqual([])
    await study.ask('analysis.summaryFile', {
      touchpoint: 'CMP3.1',
      format: 'md',
    } as Input<'analysis.summaryFile'>)
    await study.ask('analysis.summaryFile', {
      touchpoint: 'CMP3.1',
      format: 'md',
    } as Input<'analysis.summaryFile'>)
    await study.ask('mapping.report', {
      touchpoints: ['CMP3.1'],
      settings: {},
      format: 'html',
    } as unknown as Input<'mapping.report'>)
    expect(await quotesAt('CMP3.2')).toEqual([
      { quotedIn: ['summary-CMP3.1.md', 'report.html'], why: before?.why },
    ])
    expect((await quotesAt('CMP3.1'))[0]?.quotedIn).toEqual(['report.html'])
  })

  it('does not take back with undo that a quote has left the project', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'CMP3.2', 'frustration:3'])
    await study.ask('analysis.summaryFile', {
      touchpoint: 'CMP3.1',
      format: 'md',
    } as Input<'analysis.summaryFile'>)
    await study.ask('history.undo', {})
    await study.ask('history.redo', {})
    const { quotes } = await summaryOf({ touchpoint: 'CMP3.2' })
    expect(quotes.chosen[0]?.quotedIn).toEqual(['summary-CMP3.1.md'])
  })

  it('sets colleagues beside it as sessions and speakers, from the touchpoint it pairs with too', async () => {
    await twelve()
    const workshop = study.transcript('Workshop 1', ['C01: We log it the day it comes.', 'C02: We try to.'])
    await code(workshop, 'We log it the day it comes.', ['CMP3.1'])
    await code(workshop, 'We try to.', ['CMP3.1'])
    const { colleagues } = await summaryOf()
    expect(colleagues).toMatchObject({ sessions: 1, speakers: 2, sealed: false })
  })

  it('shows what was wanted once when two coders marked the same words', async () => {
    const document = interview('P01')
    const keys = ['CMP3.1', 'layer.wanted_instead']
    const first = await codeWords(study, document, CALL, keys, 'Amina')
    await codeWords(study, document, 'A call would have', keys, 'Ben')
    const second = await codeWords(study, document, KIND, keys, 'Ben')
    const { wanted, n } = await summaryOf()
    expect(wanted.map(({ passage }) => passage).sort()).toEqual([first, second])
    expect(n.passages).toBe(3)
  })

  it('stays shut while residents are sealed', async () => {
    await twelve()
    await study.ask('project.set', { sealed: true })
    await expect(summaryOf()).rejects.toMatchObject({ code: 'sealed' })
    expect(await summaryOf({ scope: { role: 'colleague' } })).toMatchObject({ n: { P: 0 } })
  })

  it('says plainly that there is no such touchpoint', async () => {
    await expect(summaryOf({ touchpoint: 'ZZZ' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(summaryOf({ touchpoint: 'frustration' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('warns of transcripts not finished and of one loud voice', async () => {
    const document = interview('P01')
    for (const words of [LEAK, KIND, CALL]) await code(document, words, ['CMP3.1'])
    const other = interview('P02')
    await code(other, LEAK, ['CMP3.1'])
    await describeDocument(study, other, { status: 'complete' })
    const { confidence } = await summaryOf()
    expect(confidence).toMatchObject({ documents: 2, complete: 1, coders: 1 })
    expect(confidence.warnings).toContain('1 of 2 transcripts not marked complete.')
    expect(confidence.warnings).toContain('3 of the 4 passages come from one resident.')
  })
})

describe('A group interview with someone who withdrew', () => {
  it('is quoted only where nobody else’s words come along', async () => {
    const document = study.transcript('Group', [`P01: ${LEAK}`, `P02: ${KIND}`, `P01: ${CALL}`])
    await code(document, `${LEAK}\n${KIND}\n${CALL}`, ['CMP3.1', 'frustration:3'])
    await code(document, CALL, ['CMP3.1', 'frustration:1'])
    const { participants } = await study.ask('participants.list', {})
    const second = participants.find(({ name }) => name === 'P02')?.id
    const input = { participant: second, withdrawn: true } as Input<'participants.withdraw'>
    await study.ask('participants.withdraw', input)
    const { quotes, n } = await summaryOf()
    expect(n).toMatchObject({ P: 1, E: 1, F: 1 })
    expect(quotes.chosen.map(({ quote }) => quote)).toEqual([CALL])
  })
})

describe('The summary as a file', () => {
  const hostile = '<script>alert(1)</script> & "done" # not a heading'

  beforeEach(async () => {
    await twelve()
    const document = study.transcript('Interview P13', [`P13: ${hostile}`])
    await code(document, hostile, ['CMP3.1', 'layer.wanted_instead'])
  })

  it('in HTML runs nothing and fetches nothing, whatever people said', async () => {
    const html = new TextDecoder().decode(await fileOf('html'))
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;done&quot;')
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\/(?!www\.w3\.org)/)
    expect(html).toContain("default-src 'none'")
  })

  it('in Markdown keeps people’s words as words', async () => {
    const markdown = new TextDecoder().decode(await fileOf('md'))
    expect(markdown).toContain(String.raw`\<script\>`)
    expect(markdown).toContain('| Frustration | 7 of 13 |')
  })

  it('in Word has headings, tables and the picture', async () => {
    const parts = unzipSync(await fileOf('docx'))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document).toContain('Acknowledgement received')
    expect(document).toContain('<w:tbl>')
    expect(Object.keys(parts).some((name) => name.endsWith('.png'))).toBe(true)
  })

  it('leaves out the words of people who did not agree to be quoted', async () => {
    await refuse('P13')
    expect(new TextDecoder().decode(await fileOf('html'))).not.toContain('alert(1)')
  })
})

describe('The emotion profile as a picture', () => {
  const picture = async (format: 'svg' | 'png' = 'svg') => {
    const input = { touchpoint: 'CMP3.1', format } as Input<'analysis.profileFile'>
    return (await study.ask('analysis.profileFile', input)).bytes
  }
  const svgOf = async () => new TextDecoder().decode(await picture())

  it('prints each emotion with its count, the n and the caveat, in the same bytes every time', async () => {
    await twelve()
    const svg = await svgOf()
    expect(svg).toContain('>7 of 12 (')
    expect(svg).toContain('All 12 residents spoke of this.')
    expect(svg).toContain('purposive sample')
    expect(await svgOf()).toBe(svg)
    expect(await picture('png')).toEqual(await picture('png'))
  })

  it('leaves the bars out with fewer than three people', async () => {
    await code(interview('P01'), LEAK, ['CMP3.1', 'frustration:3'])
    expect(await svgOf()).not.toContain('Frustration')
  })

  it('stays shut while residents are sealed', async () => {
    await twelve()
    await study.ask('project.set', { sealed: true })
    await expect(picture()).rejects.toMatchObject({ code: 'sealed' })
  })
})
