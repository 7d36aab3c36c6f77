import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../../test/support/project.ts'
import type { Changed } from '../contract/index.ts'

let study: TestProject
let document: number
beforeEach(() => {
  study = testProject()
  document = study.transcript('Interview 1', ['P01: a long answer'])
})
afterEach(() => study.close())

const place = async (as?: string) => (await study.ask('documents.place', { document }, as)).offset

describe('what is a coder’s own', () => {
  it('each coder comes back to where they left off, and it is no step of the history', async () => {
    const heard: Changed[] = []
    study.core.onChanged((changed) => heard.push(changed))
    expect(await place()).toBe(0)
    await study.ask('documents.setPlace', { document, offset: 7 })
    await study.ask('documents.setPlace', { document, offset: 9 })
    await study.ask('documents.setPlace', { document, offset: 2 }, 'Ben')
    expect([await place(), await place('Ben'), await place('Cleo')]).toEqual([9, 2, 0])
    expect(heard).toEqual([])
    expect((await study.ask('history.log', {})).total).toBe(0)
  })

  it('a place is never beyond the end of the text', async () => {
    await study.ask('documents.setPlace', { document, offset: 4000 })
    expect(await place()).toBe('a long answer'.length)
  })

  it('preferences are kept, changed and forgotten, coder by coder', async () => {
    const value = async (as?: string) => (await study.ask('project.preference', { key: 'keymap' }, as)).value
    await study.ask('project.setPreference', { key: 'keymap', value: '{"code":"q"}' })
    expect([await value(), await value('Ben')]).toEqual(['{"code":"q"}', null])
    await study.ask('project.setPreference', { key: 'keymap', value: null })
    expect(await value()).toBeNull()
  })

  it('does not stand in the way of redo', async () => {
    await study.ask('project.rename', { name: 'Another' })
    await study.ask('history.undo', {})
    await study.ask('documents.setPlace', { document, offset: 3 })
    expect((await study.ask('history.redo', {})).moved).not.toBeNull()
  })
})
