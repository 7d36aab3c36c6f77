import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testProject, type TestProject } from '../test/support/project.ts'
import { parseScope } from './scope.ts'

let study: TestProject
beforeAll(() => {
  study = testProject()
  study.transcript('P01', ['P01: Nobody rang me back.'], { wave: '1' })
  study.transcript('P02', ['P02: They did ring me.'], { wave: '2' })
})
afterAll(() => study.close())

const read = (words: string) => parseScope(words, (name, input) => study.ask(name, input))

describe('a scope in words', () => {
  it('counts everyone when nothing is said', async () => {
    expect(await read('')).toEqual({})
  })

  it('reads what narrows it, by name', async () => {
    expect(await read('complete; role:any; document:P02; participant:p01')).toEqual({
      complete: true,
      role: 'any',
      documents: [2],
      participants: [1],
    })
  })

  it('adds up values of one kind', async () => {
    const tenure = 'attribute:tenure=leaseholder;attribute:Tenure=Affordable rent'
    expect(await read(`wave:1;wave:2;${tenure}`)).toEqual({
      waves: ['1', '2'],
      attributes: { tenure: ['Leaseholder', 'Affordable rent'] },
    })
  })

  it.each([
    ['finished', '“finished” is not a scope'],
    ['role:landlord', 'landlord'],
    ['constructor:x', '“constructor:x” is not a scope'],
    ['attribute:tenure', 'Write attribute:ID=VALUE'],
    ['attribute:tenor=Leaseholder', 'There is no attribute “tenor” in this project. Near it: “Tenure”'],
    ['attribute:tenure=Leaseheld', 'There is no value of Tenure “Leaseheld” in this project'],
    ['wave:3', 'There is no wave “3”'],
    ['journey:COMP', 'There is no journey “COMP”'],
    ['document:P09', 'There is no transcript “P09”'],
  ])('refuses %s', async (words, message) => {
    await expect(read(words)).rejects.toThrow(message)
  })
})
