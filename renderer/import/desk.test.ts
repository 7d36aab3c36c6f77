import { describe, expect, it } from 'vitest'
import { CoreError } from '../../core/contract/errors.ts'
import type { Link } from '../links/link.ts'
import { Desk } from './desk.ts'
import { preview } from './example.ts'
import { stateOf } from './files.ts'

interface Call {
  name: string
  input: Record<string, unknown>
}
type Answer = (call: Call, signal?: AbortSignal) => unknown

interface Sent {
  name: string
}
const filesOf = ({ input }: Call) => input['files'] as Sent[]

/** A link that answers as told and writes down what it was asked. */
function linkWith(answer: Answer): { link: Link; calls: Call[] } {
  const calls: Call[] = []
  const call: Link['call'] = async (name, input, options) => {
    const asked = { name, input: { ...input } }
    calls.push(asked)
    return (await answer(asked, options?.signal)) as never
  }
  return { link: { call, onChanged: () => () => {}, close: () => {} }, calls }
}

const readAll: Answer = (call) => ({
  previews: filesOf(call).map(({ name }) => preview({ file: name, staged: `staged ${name}`, name })),
  failed: [],
})
const one = (words: string, name: string) => ({ file: new File([words], name), path: name })
const files = (count: number, words = (at: number) => `words ${at}`) =>
  Array.from({ length: count }, (_, at) => one(words(at), `P${at}.txt`))
const states = (desk: Desk) => desk.get().files.map(stateOf)

describe('reading many files', () => {
  it('asks for a few at a time and shows the first that is read', async () => {
    const { link, calls } = linkWith(readAll)
    const desk = new Desk(link)
    await desk.add(files(25))
    expect(calls.map((call) => filesOf(call).length)).toEqual([10, 10, 5])
    expect(new Set(states(desk))).toEqual(new Set(['ready']))
    expect(desk.get()).toMatchObject({ selected: 1, work: null })
  })

  it('says of each file that cannot be read why, and reads the others', async () => {
    const { link } = linkWith((call) => ({
      previews: filesOf(call)
        .filter(({ name }) => name !== 'P1.txt')
        .map(({ name }) => preview({ file: name, staged: name })),
      failed: [{ file: 'P1.txt', error: { code: 'empty', message: 'P1.txt holds no text.' } }],
    }))
    const desk = new Desk(link)
    await desk.add(files(3))
    expect(states(desk)).toEqual(['ready', 'failed', 'ready'])
    expect(desk.get().files[1]?.error?.message).toBe('P1.txt holds no text.')
  })

  it('finds a copy that was read in another call, and keeps it out', async () => {
    const desk = new Desk(linkWith(readAll).link)
    await desk.add(files(12, (at) => (at === 11 ? 'words 0' : `words ${at}`)))
    expect(states(desk)[11]).toBe('duplicate')
    expect(desk.get().files[11]?.preview?.duplicateOf).toBe('P0.txt')
  })

  it('stops when asked: what is read stays, what is not leaves the list', async () => {
    let asked = 0
    const { link } = linkWith((call, signal) => {
      asked += 1
      if (asked === 2) {
        desk.stop()
        if (signal?.aborted) throw new CoreError('cancelled', 'Cancelled.')
      }
      return readAll(call)
    })
    const desk = new Desk(link)
    await desk.add(files(30))
    expect(asked).toBe(2)
    expect(states(desk)).toEqual(Array.from({ length: 10 }, () => 'ready'))
    expect(desk.get().work).toBeNull()
  })

  it('takes more files while it reads, in their turn', async () => {
    let more: Promise<void> | undefined
    const { link, calls } = linkWith((call) => {
      more ??= desk.add([one('late', 'late.txt')])
      return readAll(call)
    })
    const desk = new Desk(link)
    await desk.add(files(3))
    await more
    expect(calls).toHaveLength(2)
    expect(states(desk)).toEqual(['ready', 'ready', 'ready', 'ready'])
  })

  it('reads no project of another program: it waits as it is', async () => {
    const { link, calls } = linkWith(readAll)
    const desk = new Desk(link)
    await desk.add([one('x', 'data.qda')])
    expect([calls.length, states(desk)[0]]).toEqual([0, 'ready'])
  })
})

describe('storing', () => {
  const stored = (call: Call) => {
    const corrections = call.input['files'] as { staged: string }[]
    return {
      imported: corrections
        .filter(({ staged }) => staged !== 'staged P1.txt')
        .map(({ staged }, at) => ({ staged, document: at + 1, name: staged, speakers: [] })),
      failed: corrections
        .filter(({ staged }) => staged === 'staged P1.txt')
        .map(({ staged }) => ({
          staged,
          file: 'P1.txt',
          error: { code: 'disk-full', message: 'The disk is full.' },
        })),
    }
  }

  it('keeps what failed on the list with its reason, to be tried again', async () => {
    const { link, calls } = linkWith((call) =>
      call.name === 'importing.store' ? stored(call) : readAll(call),
    )
    const desk = new Desk(link)
    await desk.add(files(6))
    await desk.store(desk.get().files.map(({ id }) => id))
    expect(states(desk)).toEqual(['stored', 'failed', 'stored', 'stored', 'stored', 'stored'])
    expect(calls.filter(({ name }) => name === 'importing.store')).toHaveLength(2)
    desk.choose(2, { name: 'P1 again' })
    expect(states(desk)[1]).toBe('ready')
  })

  it('forgets what is taken off the list, in the core too, and goes on to the next', async () => {
    const { link, calls } = linkWith(readAll)
    const desk = new Desk(link)
    await desk.add(files(3))
    desk.remove([1])
    expect(calls.at(-1)).toEqual({ name: 'importing.drop', input: { staged: ['staged P0.txt'] } })
    expect(desk.get().selected).toBe(2)
  })
})

describe('the same for all files of a layout', () => {
  it('reads the others in the layout that was chosen and says the same of their speakers', async () => {
    const { link, calls } = linkWith((call) =>
      call.name === 'importing.reread'
        ? preview({ staged: String(call.input['staged']), layout: String(call.input['layout']) })
        : readAll(call),
    )
    const desk = new Desk(link)
    await desk.add(files(3))
    await desk.reread(1, { layout: 'plain' })
    desk.choose(1, { speakers: { I: { role: 'other' } } })
    await desk.carry(1)
    expect(calls.filter(({ name }) => name === 'importing.reread')).toHaveLength(3)
    expect(
      desk.get().files.map(({ preview, choices }) => [preview?.layout, choices.speakers['I']?.role]),
    ).toEqual([
      ['plain', 'other'],
      ['plain', 'other'],
      ['plain', 'other'],
    ])
  })
})
