import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ImportError } from '../errors.ts'
import { decodeText } from './decode.ts'

const decode = (bytes: Uint8Array, forced?: string) => decodeText(bytes, 'P07.txt', forced)
const codes = (bytes: Uint8Array) => decode(bytes).warnings.map(({ code }) => code)

const ENGLISH =
  'Interviewer: How long have you lived here?\nTenant: Since the spring, in the flat upstairs.\n'
const POLISH =
  'Badaczka: Od jak dawna mieszka pani w tym mieszkaniu?\nRozmówczyni: Od siedmiu lat. Najpierw wynajmowaliśmy pokój, a potem dostaliśmy mieszkanie od gminy. Na ścianie jest grzyb, czarny, aż po sufit.\n'
const ARABIC =
  'المقابلة: شكراً لك على وقتك. منذ متى وأنتم تسكنون في هذه الشقة؟\nالمشارك: منذ خمس سنوات تقريباً. جئنا أولاً إلى سكن مؤقت، ثم أعطونا هذه الشقة.\n'
const CHINESE =
  '访谈者：谢谢您抽时间接受访谈。您在这里住了多久了？\n受访者：差不多九年了，后来才分到这套两居室。\n'

describe('encodings', () => {
  it.each([
    ['windows-1252', '“It’s £98…” – naïve, café, €120.\n' + ENGLISH],
    ['windows-1250', POLISH],
    ['iso-8859-2', POLISH],
    ['windows-1256', ARABIC],
    ['gb18030', CHINESE],
    [
      'windows-1252',
      'Seit neun Jahren wohne ich hier. Die Heizung fiel im Winter öfter aus, das war für die Kinder übel.',
    ],
    ['windows-1252', 'I: What’s the rent?\nR: It’s £98 – too much.\n'],
    ['windows-1252', 'B: Ça va très bien, où êtes-vous né? À Paris.'],
    ['windows-1250', 'Nájemník: Už devět let, v zimě je příliš chladno.'],
    ['windows-1251', 'Интервьюер: Как давно вы здесь живёте? Семь лет.'],
    ['windows-1254', 'Görüşmeci: Ne zamandır? Katılımcı: İki yıldır, çok soğuk.'],
  ])('a text in %s is recognised without being told', (encoding, text) => {
    const decoded = decode(iconv.encode(text, encoding))
    expect(decoded).toEqual({ text, encoding, warnings: [] })
  })

  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    '%s is read with and without a byte order mark',
    (encoding) => {
      const text = `${ENGLISH}“Rent” – é 😀\n`
      for (const addBOM of [true, false]) {
        expect(decode(iconv.encode(text, encoding, { addBOM }))).toMatchObject({
          text,
          encoding,
          warnings: [],
        })
      }
    },
  )

  it('a byte order mark does not become part of the first label', () => {
    expect(decode(Buffer.from('\ufeffInterviewer: hello')).text).toBe('Interviewer: hello')
  })

  it.each(['£', '€', '😀', 'ŷ'])('a late %s in a long file does not garble it', (late) => {
    const text = ENGLISH.repeat(5000) + late
    expect(decode(Buffer.from(text))).toEqual({ text, encoding: 'utf-8', warnings: [] })
  })

  it('a late pound sign in Windows-1252 is still a pound sign', () => {
    const text = `${ENGLISH.repeat(5000)}The rent is £98 now.`
    expect(decode(iconv.encode(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' })
  })

  it('a file that changes from UTF-8 to Windows-1252 is read in both, with a warning', () => {
    const bytes = Buffer.concat([
      Buffer.from('I: café – ok\n'),
      iconv.encode('P: café – too\n', 'windows-1252'),
    ])
    expect(decode(bytes).text).toBe('I: café – ok\nP: café – too\n')
    expect(codes(bytes)).toEqual(['mixed-encodings'])
  })

  it('the encoding an HTML page names for itself is used', () => {
    const page = `<html><head><meta charset="iso-8859-2"></head><p>${POLISH}</p></html>`
    expect(decode(iconv.encode(page, 'iso-8859-2')).encoding).toBe('iso-8859-2')
  })

  it('the researcher can name the encoding', () => {
    expect(decode(iconv.encode('ж', 'windows-1251'), 'windows-1251').text).toBe('ж')
    expect(() => decode(Buffer.from('x'), 'klingon')).toThrow(/“klingon” is not a known text encoding/)
  })

  it('any text in UTF-8 comes back as it was', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\p{Cc}\ufeff\ufffd]/u.test(text))
    fc.assert(
      fc.property(words, (text) => {
        expect(decode(Buffer.from(text)).text).toBe(text)
      }),
    )
  })
})

describe('characters that are no text', () => {
  it('control characters and terminal colours are removed with a warning', () => {
    const bytes = Buffer.from('Interviewer: a\0b\u0007 \u001b[31mred\u001b[0m and the flat upstairs')
    expect(decode(bytes).text).toBe('Interviewer: ab red and the flat upstairs')
    expect(codes(bytes)).toEqual(['control-characters'])
  })

  it('a file whose bytes resemble an encoding that cannot be read is refused', () => {
    expect(() => decode(Uint8Array.from([0x80, 0x1b, 0x4e]))).toThrow(/is not a text document/)
  })

  it('a file of random bytes is refused', () => {
    const noise = Uint8Array.from(
      { length: 4096 },
      (_, index) => (index * 7919 + (index >> 3) * 104729) % 256,
    )
    expect(() => decode(noise)).toThrow(ImportError)
  })

  it('bytes that stand for nothing are reported', () => {
    const bytes = Buffer.concat([
      Buffer.from('Interviewer: byte '),
      Buffer.from([0x81, 0x8d]),
      Buffer.from(' caf\xe9', 'latin1'),
    ])
    expect(codes(bytes)).toEqual(['undecodable-bytes'])
  })

  it('text that was garbled before it came here is reported', () => {
    expect(codes(Buffer.from('Itâ€™s cold'))).toEqual(['garbled-text'])
  })
})
