import { describe, expect, it } from 'vitest'
import { isOwn, mayNavigate, maySend } from './addresses.ts'
import { mayPrint, paperAddress, PAPER_HEADERS, PAPER_PREFERENCES } from './paper.ts'

const pages = new Map([[paperAddress(1), '<p>Printed</p>']])

describe('a window that prints', () => {
  it('loads its own page', () => {
    expect(mayPrint(paperAddress(1), pages)).toBe(true)
  })

  const foreign = [
    'app://paper/2',
    'app://paper/',
    'app://paper/1?x',
    'app://waymark/',
    'app://waymark/index.html',
    'https://example.org/font.woff2',
    'http://127.0.0.1:9222/',
    'file:///etc/passwd',
    'data:image/png;base64,AA==',
    'blob:app://paper/1',
    'about:blank',
    '',
  ]
  for (const address of foreign) {
    it(`does not load ${address || 'an empty address'}`, () => {
      expect(mayPrint(address, pages)).toBe(false)
    })
  }

  it('is never taken for the page, and cannot be led to another', () => {
    expect(isOwn(paperAddress(1))).toBe(false)
    expect(mayNavigate(paperAddress(1))).toBe(false)
    expect(maySend({ url: paperAddress(1), parent: null })).toBe(false)
  })

  it('runs no script, is sandboxed and has no preload', () => {
    expect(PAPER_PREFERENCES).toMatchObject({ javascript: false, sandbox: true, nodeIntegration: false })
    expect(PAPER_PREFERENCES).not.toHaveProperty('preload')
    expect(PAPER_HEADERS['content-security-policy']).toContain("default-src 'none'")
  })
})
