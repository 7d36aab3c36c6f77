import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { fileFromArguments } from './paths.ts'

it('a project given at the start is opened; switches and other files are not', () => {
  expect(fileFromArguments(['waymark', 'study.waymark'])).toBe(resolve('study.waymark'))
  expect(fileFromArguments(['waymark', '--flag', '/a/Study.WAYMARK', '--x=y.waymark'])).toBe(
    '/a/Study.WAYMARK',
  )
  expect(fileFromArguments(['waymark', 'letter.docx'])).toBeNull()
  expect(fileFromArguments(['x.waymark'])).toBeNull()
})
