import { describe, expect, it } from 'vitest'
import type { Link } from '../links/link.ts'
import { announced } from '../ui/announce.ts'
import { inTurn } from '../in-turn.ts'
import { createSession } from './session.ts'

/** A link that answers every call with `sentence`, and remembers what was asked. */
function answering(sentence: string | null, asked: string[] = []): Link {
  return {
    call: (name) => {
      asked.push(name)
      return Promise.resolve({ moved: sentence === null ? null : 1, sentence }) as Promise<never>
    },
    onChanged: () => () => {},
    close: () => {},
  }
}

describe('the status line', () => {
  it('offers to undo what was just done, and then to redo it', async () => {
    const asked: string[] = []
    const session = createSession(answering('Coded “Frustration”', asked), 'Ana')
    session.announce('Coded “Frustration”', { undo: true })
    expect(announced.get()?.action?.label).toBe('Undo')
    await session.undo()
    expect(announced.get()).toMatchObject({
      sentence: 'Undone: Coded “Frustration”',
      action: { label: 'Redo' },
    })
    await session.redo()
    expect(asked).toEqual(['history.undo', 'history.redo'])
  })

  it('undoes what was asked for before it, also when that is not done yet', async () => {
    const done: string[] = []
    const { undo } = createSession(answering('Coded “Frustration”', done), 'Ana')
    const refused = inTurn(() => Promise.reject(new Error('archived')))
    void inTurn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      done.push('coded')
    })
    await undo()
    await expect(refused).rejects.toThrow('archived')
    expect(done).toEqual(['coded', 'history.undo'])
  })

  it('says so when there is nothing to undo', async () => {
    await createSession(answering(null), 'Ana').undo()
    expect(announced.get()).toEqual({ sentence: 'Nothing to undo' })
  })

  it('says what went wrong in the words of the error', async () => {
    const broken: Link = {
      ...answering(null),
      call: () => Promise.reject(new Error('The file is read-only.')),
    }
    await createSession(broken, 'Ana').undo()
    expect(announced.get()).toEqual({ sentence: 'The file is read-only.', isError: true })
  })
})
