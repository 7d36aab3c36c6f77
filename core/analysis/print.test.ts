/** Finding a browser and printing with it; the printing itself runs wherever a browser is known. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { toFile } from './paper/file.ts'
import { browserPlaces, findBrowser } from './print.ts'

const folder = mkdtempSync(join(tmpdir(), 'waymark-browser-'))
afterEach(() => void vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const page = { title: 'Page', blocks: [{ kind: 'text', text: 'Printed' }] } as const
const signal = new AbortController().signal

describe('A browser to print with', () => {
  it('is the one the user named, before any other', () => {
    const places = browserPlaces('linux', { CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' })
    expect(places.slice(0, 2)).toEqual(['/opt/mine', join('/usr/bin', 'chromium')])
  })

  it('is looked for where each system keeps its programs', () => {
    expect(browserPlaces('darwin', { HOME: '/Users/amina' })[0]).toContain('Google Chrome.app')
    expect(browserPlaces('win32', { PROGRAMFILES: 'C:/Programs' })[0]).toContain('chrome.exe')
    expect(browserPlaces('win32', {})).toEqual([])
  })

  it('must be a program that may run', () => {
    const [text, program] = [join(folder, 'readme'), join(folder, 'browser')]
    writeFileSync(text, '')
    writeFileSync(program, '')
    chmodSync(program, 0o755)
    expect(findBrowser([join(folder, 'missing'), text, program])).toBe(program)
  })

  it('that is not there is said plainly, with what to do', () => {
    expect(() => findBrowser([])).toThrow(expect.objectContaining({ code: 'no-browser' }))
  })
})

describe('A PDF', () => {
  it('is printed by the window when there is one', async () => {
    const printPdf = (html: string) => Promise.resolve(new TextEncoder().encode(html))
    const bytes = await toFile(page, 'pdf', { signal, printPdf })
    expect(new TextDecoder().decode(bytes)).toContain('<p>Printed</p>')
  })

  it('is printed by a browser when the window cannot, and the lack of both is said plainly', async () => {
    vi.stubEnv('PATH', '')
    vi.stubEnv('HOME', folder)
    vi.stubEnv('CHROMIUM_PATH', '')
    const printPdf = () => Promise.reject(new Error('no display'))
    await expect(toFile(page, 'pdf', { signal, printPdf })).rejects.toMatchObject({
      code: 'no-browser',
      message: expect.stringContaining('save in another format'),
    })
  })

  it('is cancelled, not tried again by a browser, when the window was told to stop', async () => {
    const stop = new AbortController()
    const printPdf = () => {
      stop.abort()
      return Promise.reject(new Error('printing was stopped'))
    }
    await expect(toFile(page, 'pdf', { signal: stop.signal, printPdf })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('is not begun once cancelled', async () => {
    await expect(toFile(page, 'pdf', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  const known = process.env['CHROMIUM_PATH']
  it.skipIf(!known)('is printed by the browser on the machine (skipped: set CHROMIUM_PATH)', async () => {
    const bytes = await toFile(page, 'pdf', { signal })
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-')
  })
})
