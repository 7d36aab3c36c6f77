import { describe, expect, it } from 'vitest'
import { isOwn, mayNavigate, mayRequest, maySend, ownPath } from './addresses.ts'

describe('addresses of the window', () => {
  it('its own page is its own', () => {
    expect(isOwn('app://waymark/')).toBe(true)
    expect(ownPath('app://waymark/assets/index.js?x#y')).toBe('/assets/index.js')
    expect(mayNavigate('app://waymark/#/code/3')).toBe(true)
  })

  const foreign = [
    'https://evil.example/?app://waymark/',
    'https://waymark/',
    'app://waymark.evil.example/',
    'app://evil/',
    'app://user@waymark/',
    'app://waymark:80/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://127.0.0.1:4100/',
    'apps://waymark/',
    'about:blank',
    '',
    'not an address',
  ]
  for (const address of foreign) {
    it(`refuses ${address || 'an empty address'}`, () => {
      expect(isOwn(address)).toBe(false)
      expect(mayNavigate(address)).toBe(false)
      expect(ownPath(address)).toBeNull()
      expect(maySend({ url: address, parent: null })).toBe(false)
    })
  }

  it('no request leaves the machine', () => {
    for (const address of [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'ws://x/',
      'ftp://x/',
      'file:///x',
      'stun:x',
    ]) {
      expect(mayRequest(address)).toBe(false)
    }
    expect(mayRequest('data:image/png;base64,AA==')).toBe(true)
    expect(mayRequest('blob:app://waymark/3f')).toBe(true)
  })

  it('a message from a frame inside the page, or from nowhere, is refused', () => {
    expect(maySend({ url: 'app://waymark/', parent: null })).toBe(true)
    expect(maySend({ url: 'app://waymark/', parent: {} })).toBe(false)
    expect(maySend(null)).toBe(false)
    expect(maySend(undefined)).toBe(false)
  })
})
