import { describe, expect, it } from 'vitest'
import type { Cue, Source } from '../model.ts'
import { readSource } from '../read.ts'

const read = (name: string, text: string) => readSource({ name, bytes: Buffer.from(text) })
const cues = (source: Source) => source.blocks.filter((block): block is Cue => block.kind === 'cue')
const said = (source: Source) => cues(source).map(({ voice, text }) => [voice, text])
const codes = (source: Source) => source.warnings.map(({ code }) => code)

describe('WebVTT', () => {
  it('voices, classes, entities, inline times and settings are understood', async () => {
    const source = await read(
      'talk.vtt',
      'WEBVTT\n\nintro\n00:01.000 --> 00:04.000 align:start position:10%\n<v.loud Rosa>Hello <b>there</b> &amp; <c.red>you</c> <00:02.000>now</v>\n',
    )
    expect(source.blocks).toEqual([
      { kind: 'cue', id: 'intro', startMs: 1000, endMs: 4000, voice: 'Rosa', text: 'Hello there & you now' },
    ])
  })

  it('Webex writes names into the ids', async () => {
    const source = await read(
      'talk.vtt',
      'WEBVTT\n\n1 "Rosa Hale" (2893756416)\n00:01.000 --> 00:02.000\nWho rang?\n\n2 "Bo" (1893756417)\n00:02.000 --> 00:03.000\nI did.\n',
    )
    expect(said(source)).toEqual([
      ['Rosa Hale', 'Who rang?'],
      ['Bo', 'I did.'],
    ])
  })

  it('two voices in one cue become two cues with the same times', async () => {
    const source = await read(
      'talk.vtt',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n- <v Kate>How?</v>\n- <v Rosa>Fine</v>\n',
    )
    expect(said(source)).toEqual([
      ['Kate', 'How?'],
      ['Rosa', 'Fine'],
    ])
  })

  it.each(['Morris, Kate (Dept of Sociology)', '+44 20 7946 0000', 'Unknown Speaker 1'])(
    'the name %s is a voice',
    async (name) => {
      const source = await read('talk.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${name}>Hi\nthere</v>\n`)
      expect(said(source)).toEqual([[name, 'Hi\nthere']])
    },
  )

  it('header, notes and stray lines stay beside the transcript; styling is left out and said so', async () => {
    const source = await read(
      'talk.vtt',
      'WEBVTT - P07\nKind: captions\n\nSTYLE\n::cue { color: lime }\n\nNOTE kept\nin two lines\n\n00:01.000 --> 00:02.000\nhi\n',
    )
    expect(source.asides.map(({ text }) => text)).toEqual(['P07', 'Kind: captions', 'kept\nin two lines'])
    expect(codes(source)).toEqual(['styling-ignored'])
  })

  it('a redaction in angle brackets is text, not markup', async () => {
    const source = await read('talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nI asked <NAME> twice\n')
    expect(said(source)).toEqual([[undefined, 'I asked <NAME> twice']])
  })

  it('cues without blank lines between them are still cues', async () => {
    const source = await read(
      'talk.vtt',
      'WEBVTT\n00:01.000 --> 00:02.000\none\n00:02.000 --> 00:03.000\ntwo --> three\n',
    )
    expect(said(source)).toEqual([
      [undefined, 'one'],
      [undefined, 'two --> three'],
    ])
  })

  it('a tag that is never closed keeps its words and costs no more than the rest', async () => {
    const open = await read('talk.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${'x'.repeat(200_000)}\n`)
    expect(said(open)[0]?.[1]).toHaveLength(200_003)
    const many = await read('talk.vtt', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(200_000)}>\n`)
    expect(said(many)[0]?.[1]?.length).toBeGreaterThan(199_000)
  })

  it('hours beyond 99 are counted', async () => {
    const source = await read('talk.vtt', 'WEBVTT\n\n100:00:00.000 --> 100:00:02.000\nlate\n')
    expect(cues(source)[0]).toMatchObject({ startMs: 360_000_000, endMs: 360_002_000 })
  })
})

describe('SRT', () => {
  it('comma decimals, font tags and dialogue dashes are read', async () => {
    const source = await read(
      'talk.srt',
      '1\r\n00:00:00,500 --> 00:00:02,000\r\n<font color="#fff">INT: Hi</font>\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n- Yes.\r\n- No.\r\n',
    )
    expect(source.blocks).toEqual([
      { kind: 'cue', id: '1', startMs: 500, endMs: 2000, text: 'INT: Hi' },
      { kind: 'cue', id: '2', startMs: 2000, endMs: 3000, text: '- Yes.\n- No.' },
    ])
  })

  it('times out of order and cues that end before they start are reported', async () => {
    const source = await read(
      't.srt',
      '1\n00:00:10,000 --> 00:00:12,000\na\n\n2\n00:00:04,000 --> 00:00:03,000\nb\n',
    )
    expect(codes(source)).toEqual(['times-out-of-order', 'negative-duration'])
    expect(cues(source)[1]).toMatchObject({ startMs: 4000, endMs: 4000 })
  })

  it('a blank line inside a caption loses nothing', async () => {
    const source = await read(
      't.srt',
      '1\n00:00:01,000 --> 00:00:02,000\nfirst\n\nsecond\n\n2\n00:00:03,000 --> 00:00:04,000\nthird\n',
    )
    expect(said(source).map(([, text]) => text)).toEqual(['first\nsecond', 'third'])
  })

  it('what a file is counts, not what it is called', async () => {
    expect((await read('a.vtt', '1\n00:00:00,000 --> 00:00:02,000\nhi\n')).format).toBe('srt')
    expect((await read('a.srt', 'WEBVTT\n\n00:00.000 --> 00:02.000\nhi\n')).format).toBe('vtt')
    expect((await read('a.txt', '1\n00:00:00,000 --> 00:00:02,000\nhi\n')).format).toBe('srt')
  })
})
