import { describe, expect, it } from 'vitest'
import { CoreError } from '../../core/contract/errors.ts'
import { bytesOf, problemOf, refusalOf } from './bytes.ts'

const file = (name: string, type: string, size: number) => ({ name, type, size })

describe('opening a chosen file', () => {
  it('leaves recordings and pictures of a folder unopened, and says what to import instead', () => {
    const kinds = ['audio/mpeg', 'video/mp4', 'image/jpeg'].map(
      (type) => refusalOf(file('P07', type, 10))?.code,
    )
    expect(kinds).toEqual(['unsupported', 'unsupported', 'unsupported'])
    expect(refusalOf(file('P07.mp3', 'audio/mpeg', 10))?.message).toContain('P07.mp3 is a sound recording')
  })

  it('does not open what could not be read anyway', () => {
    expect(refusalOf(file('all.txt', 'text/plain', 300 * 1024 * 1024))?.code).toBe('too-large')
  })

  it('opens everything else, whatever type the browser believes it has', async () => {
    expect(refusalOf(file('P07.vtt', '', 10))).toBeNull()
    expect(await bytesOf(new File(['abc'], 'P07.txt'))).toEqual(new Uint8Array([97, 98, 99]))
  })

  it('says which file to choose again when it has gone', async () => {
    const gone = Object.assign(new File([], 'P07.txt'), {
      arrayBuffer: () => Promise.reject(new Error('gone')),
    })
    await expect(bytesOf(gone)).rejects.toThrow('P07.txt could not be opened')
  })
})

it('a problem keeps the words of the core, and never those of a fault', () => {
  expect(problemOf(new CoreError('empty', 'P07.txt holds no text.'), 'P07.txt').message).toBe(
    'P07.txt holds no text.',
  )
  expect(problemOf(new Error('what she said'), 'P07.txt').message).not.toContain('what she said')
})
