import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Passage } from '../../core/contract/codings.ts'
import { caretAt, selectionOf } from '../../core/text/selection.ts'
import { announce, announced } from '../ui/announce.ts'
import { createActions, type Means } from './coding-actions.ts'
import { createMemory, remember } from './data/memory.ts'
import { withoutCodings, withPassage } from './data/share.ts'
import { byId, code, passage, transcript } from './fixtures.ts'
import { createReader, pin, select } from './state.ts'

const frustration = code(1, 'Frustration', { family: 'emotion' })
const delay = code(2, 'Delay', { family: 'reason' })
const text = transcript(['Who came?', 'Nobody came. Nobody rang.'])
const me = passage(1, [0, 1], [], 1).coder
const sentence = { start: 10, end: 22 }

/** The page and a stand-in core that answers a little later, as the real one does. */
function desk(before = [passage(50, [0, 9], [{ code: 1 }], 2)]) {
  let passages = before
  const reader = createReader('test')
  const memory = createMemory(null, () => {})
  const done = { step: 1, label: '' } as Awaited<ReturnType<Means['change']>>
  const means: Means = {
    reader,
    transcript: text,
    codes: byId([frustration, delay]),
    memory,
    coder: null,
    add: vi.fn(async ({ start, end, codes }) => {
      const known = passages.find((one) => one.start === start && one.end === end && one.coder === me)
      const uses = [...(known?.codings ?? []), ...codes].map((use) => ({ code: use.code }))
      return { ...done, passage: passage(known?.id ?? 9, [start, end], uses) }
    }),
    change: vi.fn(async () => done),
    remove: vi.fn(async () => done),
    reshape: vi.fn(async () => done),
    flag: vi.fn(async () => done),
    addCode: vi.fn(async () => ({ ...done, code: delay.id, key: 'new' })),
    passages: {
      all: () => passages,
      put: (one) => (passages = withPassage(passages, one)),
      drop: (gone) => (passages = withoutCodings(passages, gone)),
    },
  }
  return {
    reader,
    memory,
    means,
    actions: createActions(means, new Set()),
    own: () => passages.filter((one) => one.coder === me),
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
let page: ReturnType<typeof desk>
beforeEach(() => {
  page = desk()
  select(page.reader, selectionOf(sentence))
})

describe('coding the selection', () => {
  it('leaves who has moved on before the core has answered at the next words', async () => {
    page.actions.code([{ code: frustration.id }])
    await Promise.resolve()
    select(page.reader, selectionOf({ start: 23, end: 35 }))
    page.actions.codeAgain()
    await settled()
    expect(page.means.add).toHaveBeenNthCalledWith(1, expect.objectContaining(sentence))
    expect(page.means.add).toHaveBeenNthCalledWith(2, expect.objectContaining({ start: 23, end: 35 }))
  })

  it('puts code after code on one passage, which stays chosen', async () => {
    page.actions.code([{ code: frustration.id }])
    page.actions.code([{ code: delay.id }])
    await settled()
    expect(page.own().map(({ codings }) => codings.map((coding) => coding.code))).toEqual([[1, 2]])
    expect(page.reader.get().pinned).toBe(page.own()[0]?.id)
  })

  it('says so when the filter hides what was just coded', async () => {
    remember(page.memory, { filter: { families: ['emotion'], codes: [], coders: [] } })
    announce('Coded “Frustration”')
    page.actions.code([{ code: frustration.id }])
    await settled()
    expect(announced.get()?.sentence).toBe('Coded “Frustration”')
    announce('Coded “Delay”')
    page.actions.code([{ code: delay.id }])
    await settled()
    expect(announced.get()?.sentence).toMatch(/^Coded “Delay”\. It is hidden/)
  })

  it('codes the sentence at the caret when nothing is selected', async () => {
    select(page.reader, caretAt(12))
    page.actions.code([{ code: delay.id }])
    await settled()
    expect(page.own()[0]).toMatchObject(sentence)
  })

  it('takes a digit pressed at once as the strength of the feeling just put there', async () => {
    page.actions.code([{ code: frustration.id }])
    page.actions.setIntensity(3)
    await settled()
    expect(page.own()[0]?.codings[0]?.intensity).toBe(3)
  })

  it('takes it so also when the codebook has been counted anew between code and digit', async () => {
    const made = new Set<Passage['id']>()
    createActions(page.means, made).code([{ code: frustration.id }])
    createActions({ ...page.means, codes: byId([frustration, delay]) }, made).setIntensity(3)
    await settled()
    expect(page.own()[0]?.codings[0]?.intensity).toBe(3)
    createActions({ ...page.means }, made).setIntensity(1)
    await settled()
    expect(page.own()[0]?.codings[0]?.intensity).toBe(1)
  })

  it('codes the words chosen when the key was pressed, however late the core answers', async () => {
    const others = [
      { start: 23, end: 35 },
      { start: 10, end: 16 },
    ]
    for (const span of [...others, sentence]) {
      page.actions.code([{ code: frustration.id }])
      page.actions.setIntensity(2)
      select(page.reader, selectionOf(span))
    }
    await settled()
    expect(vi.mocked(page.means.add).mock.calls.map(([{ start, end }]) => ({ start, end }))).toEqual([
      sentence,
      ...others,
    ])
    expect(page.means.change).toHaveBeenCalledTimes(3)
    expect(page.reader.get().pinned).toBeNull()
  })

  it('puts a code asked for right after an edge was moved on the moved passage', async () => {
    page.actions.code([{ code: delay.id }])
    page.actions.nudge('end', 1)
    page.actions.nudge('end', 1)
    page.actions.code([{ code: frustration.id }])
    await settled()
    expect(page.means.add).toHaveBeenLastCalledWith(expect.objectContaining({ start: 10, end: 34 }))
  })

  it('repeats the whole set of the last passage, strength included', async () => {
    page.actions.code([{ code: frustration.id }])
    page.actions.setIntensity(3)
    page.actions.code([{ code: delay.id }])
    await settled()
    select(page.reader, selectionOf({ start: 23, end: 35 }))
    page.actions.codeAgain()
    await settled()
    expect(page.means.add).toHaveBeenLastCalledWith(
      expect.objectContaining({ start: 23, codes: [{ code: 1, intensity: 3 }, { code: 2 }] }),
    )
  })

  it('names a theme after the words themselves', async () => {
    page.actions.codeInVivo()
    await settled()
    expect(page.means.addCode).toHaveBeenCalledWith({ name: 'Nobody came.', family: 'theme' })
  })

  it('goes on after something was refused', async () => {
    vi.mocked(page.means.add).mockRejectedValueOnce(new Error('archived'))
    page.actions.code([{ code: frustration.id }])
    page.actions.code([{ code: delay.id }])
    await settled()
    expect(page.own()[0]?.codings.map((coding) => coding.code)).toEqual([2])
  })
})

describe('changing a passage', () => {
  it('moves its edge by a word and keeps it chosen', async () => {
    page.actions.code([{ code: delay.id }])
    page.actions.nudge('end', 1)
    await settled()
    expect(page.own()[0]).toMatchObject({ start: 10, end: 29 })
    expect(page.reader.get().selection).toEqual({ anchor: 10, focus: 29 })
  })

  it('moves the edge of a mere selection without asking the core', async () => {
    page.actions.nudge('start', 1)
    await settled()
    expect(page.reader.get().selection).toEqual({ anchor: 17, focus: 22 })
    expect(page.means.reshape).not.toHaveBeenCalled()
  })

  it('takes every code off at once, and the passage goes', async () => {
    page.actions.code([{ code: frustration.id }, { code: delay.id }])
    page.actions.remove()
    await settled()
    expect(page.own()).toEqual([])
  })

  it('says to a key pressed before the passage was gone that there is none', async () => {
    page.actions.code([{ code: frustration.id }])
    await settled()
    page.actions.remove()
    page.actions.setIntensity(2)
    await settled()
    expect(announced.get()?.sentence).toBe('Choose a coded passage first')
  })

  it('leaves another coder’s passage alone unless a coding of it is named', async () => {
    const [other] = page.means.passages.all()
    if (other !== undefined) pin(page.reader, other)
    page.actions.setIntensity(3)
    page.actions.remove()
    await settled()
    expect(page.means.change).not.toHaveBeenCalled()
    expect(page.means.remove).not.toHaveBeenCalled()
    expect(announced.get()?.sentence).toContain('Another coder')
    page.actions.setIntensity(3, other?.codings[0])
    await settled()
    expect(page.means.change).toHaveBeenCalledOnce()
  })
})
