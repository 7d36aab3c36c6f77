/** The dependency rule, read from every import and every dependency, said in plain words when it is broken. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brokenRules, ROOT, unclassified } from './support/architecture.ts'

describe('the house', () => {
  it('keeps the dependency rule', () => {
    expect(brokenRules(ROOT)).toEqual([])
  })

  it('knows where each dependency may be used', () => {
    expect(unclassified(ROOT)).toEqual([])
  })
})

describe('the architecture test itself', () => {
  const broken: [string, string, string][] = [
    [
      'the core reaching for a host',
      'core/codings/x.ts',
      "import { serve } from '../../cli/serve/server.ts'",
    ],
    [
      'the core reaching for the page',
      'core/codings/x.ts',
      "import { App } from '../../renderer/app/App.tsx'",
    ],
    ['the core loading Electron', 'core/codings/x.ts', "import { app } from 'electron'"],
    ['the page reaching into the core', 'renderer/app/x.tsx', "import { sql } from '../../core/db/sql.ts'"],
    ['the page using Node', 'renderer/app/x.tsx', "import { readFileSync } from 'node:fs'"],
    ['the page using Node without its prefix', 'renderer/app/x.tsx', "import { readFileSync } from 'fs'"],
    ['the page loading a database', 'renderer/app/x.tsx', "import Database from 'better-sqlite3'"],
    ['the contract using Node', 'core/contract/x.ts', "import { join } from 'node:path'"],
    ['the contract reaching into the core', 'core/contract/x.ts', "import { sql } from '../db/sql.ts'"],
    ['text maths importing anything', 'core/text/x.ts', "import { z } from 'zod'"],
    ['a room making a core of its own', 'core/codings/x.ts', "import { createCore } from '../core.ts'"],
    ['the command line loading Electron', 'cli/x.ts', "import { app } from 'electron'"],
    ['a lazy import across the line', 'renderer/app/x.tsx', "const a = await import('../../core/core.ts')"],
    ['a re-export across the line', 'renderer/app/x.tsx', "export { sql } from '../../core/db/sql.ts'"],
    [
      'a type from across the line',
      'renderer/app/x.tsx',
      "import type { Db } from '../../core/db/database.ts'",
    ],
    ['a dependency nobody has classified', 'core/codings/x.ts', "import left from 'left-pad'"],
    ['natural by its index', 'core/suggest/x.ts', "import natural from 'natural'"],
    [
      'the program importing its tests',
      'core/codings/x.ts',
      "import { testProject } from '../../test/support/project.ts'",
    ],
  ]

  for (const [what, file, line] of broken) {
    it(`fails on ${what}`, () => {
      const root = mkdtempSync(join(tmpdir(), 'waymark-rules-'))
      try {
        mkdirSync(join(root, dirname(file)), { recursive: true })
        writeFileSync(join(root, file), `${line}\n`)
        const [problem] = brokenRules(root)
        expect(problem).toContain(file)
      } finally {
        rmSync(root, { recursive: true })
      }
    })
  }

  it('lets a page use the contract and the text maths', () => {
    const root = mkdtempSync(join(tmpdir(), 'waymark-rules-'))
    try {
      mkdirSync(join(root, 'renderer/app'), { recursive: true })
      writeFileSync(
        join(root, 'renderer/app/x.tsx'),
        "import { api } from '../../core/contract/index.ts'\nimport { overlaps } from '../../core/text/spans.ts'\nimport { useState } from 'react'\n",
      )
      expect(brokenRules(root)).toEqual([])
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
