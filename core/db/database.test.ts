import { copyFileSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { testProject } from '../../test/support/project.ts'
import { openFile } from './file.ts'
import { sql } from './sql.ts'

afterEach(() => vi.useRealTimers())

it('a copy of the file alone, made after a pause, holds the last coding', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const project = testProject()
  const document = project.transcript('P01', ['P01: Nobody came and nobody rang.'])
  await project.ask('codings.add', {
    document,
    start: 0,
    end: 11,
    codes: [{ code: project.code('anger') }],
  })
  const quotesIn = (name: string) => {
    const copy = `${project.file}.${name}.waymark`
    copyFileSync(project.file, copy)
    const open = openFile(copy)
    const quotes = open.db.all(sql`SELECT quote FROM passage`)
    open.close()
    return quotes
  }
  expect(quotesIn('at-once')).toEqual([])
  vi.advanceTimersByTime(2000)
  expect(quotesIn('after')).toEqual([{ quote: 'Nobody came' }])
  project.close()
})

it('a project closed before the pause is over is left alone', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const project = testProject()
  project.transcript('P01', ['P01: Nobody came.'])
  project.close()
  expect(vi.getTimerCount()).toBe(0)
})
