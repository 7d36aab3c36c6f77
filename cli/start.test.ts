import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale } from './start.ts'
import { desktopRuntime } from './window.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'waymark-start-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A file that was written at a given second. */
function file(path: string, second: number, words = ''): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), words)
  utimesSync(join(root, path), second, second)
}
const stale = () => isStale(root, { result: 'dist/page.html', sources: ['page', 'core', 'lock.json'] })

describe('building only what is out of date', () => {
  it('builds what was never built', () => {
    file('page/deep/x.ts', 10)
    expect(stale()).toBe(true)
  })

  it('leaves what is newer than all of its sources', () => {
    file('page/deep/x.ts', 10)
    file('dist/page.html', 20)
    expect(stale()).toBe(false)
  })

  it('builds again after a change deep inside, or of a single file', () => {
    file('dist/page.html', 20)
    file('page/deep/deeper/x.ts', 30)
    expect(stale()).toBe(true)
    rmSync(join(root, 'page'), { recursive: true })
    file('lock.json', 30)
    expect(stale()).toBe(true)
  })

  it('does not mind tests', () => {
    file('dist/page.html', 20)
    file('page/x.test.tsx', 30)
    expect(stale()).toBe(false)
  })
})

describe('the desktop runtime', () => {
  it('is here only when its program is', () => {
    expect(desktopRuntime(root)).toBeNull()
    file('node_modules/electron/path.txt', 10, 'electron')
    expect(desktopRuntime(root)).toBeNull()
    file('node_modules/electron/dist/electron', 10)
    expect(desktopRuntime(root)).toBe(join(root, 'node_modules/electron/dist/electron'))
  })
})
