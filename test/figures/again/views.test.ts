/** Every other figure against a second program that knows only the exported files and the method's page. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Study } from '../../support/sample.ts'
import { anyPlan, build } from '../studies.ts'
import { CHECKS, type Check } from './checks.ts'
import type { Definition, Exported } from './exported.ts'
import { readExports, usedSample } from './reading.ts'

/** To ten places, for more is the order of adding up; maps by their keys. */
function plainly(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toFixed(10)) + 0
  if (Array.isArray(value)) return value.map(plainly)
  if (value instanceof Map) return plainly(Object.fromEntries(value))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainly(part)]))
}

const NAMES = Object.keys(CHECKS)
const SCOPES: Check['scope'][] = [
  {},
  { complete: true },
  { role: 'any' },
  { role: 'colleague' },
  { waves: ['2'] },
]
const DEFINITIONS: Definition[] = ['strict', 'blocked', 'family']
const checkOf = (name: string) => CHECKS[name] ?? (() => Promise.reject(new Error(`no check ${name}`)))

describe('the sample study, counted a second time from its exported files', () => {
  let study: Study
  let from: Exported
  beforeAll(async () => {
    study = await usedSample()
    from = await readExports(study)
  })
  afterAll(() => study?.close())

  it.each(NAMES)('gives the same figures for %s', async (name) => {
    let figures = 0
    for (const [place, scope] of SCOPES.entries()) {
      const definition = DEFINITIONS[place % 3] ?? 'strict'
      const [program, again] = await checkOf(name)({ study, from, scope, definition })
      expect(plainly(program), JSON.stringify(scope)).toEqual(plainly(again))
      figures += program.size
    }
    expect(figures).toBeGreaterThan(10)
  })
})

describe('studies made by chance, counted a second time from their exported files', () => {
  const anyScope = fc.constantFrom(...SCOPES)
  const anyDefinition = fc.constantFrom(...DEFINITIONS)

  it.each(NAMES)('give the same figures for %s', async (name) => {
    let figures = 0
    const both = async (plan: Parameters<typeof build>[0], scope: Check['scope'], definition: Definition) => {
      const study = await build(plan)
      try {
        const from = await readExports(study)
        const [program, again] = await checkOf(name)({ study, from, scope, definition })
        expect(plainly(program)).toEqual(plainly(again))
        figures += program.size
      } finally {
        study.close()
      }
    }
    await fc.assert(fc.asyncProperty(anyPlan, anyScope, anyDefinition, both), { numRuns: 25, seed: 20260101 })
    expect(figures).toBeGreaterThan(20)
  })
})
