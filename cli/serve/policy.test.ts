import { describe, expect, it } from 'vitest'
import { CSP } from '../../core/workspace/page.ts'
import { judge, type Asked } from './policy.ts'

const guard = { port: 4100, token: 'k'.repeat(32) }
const good: Asked = {
  method: 'POST',
  path: '/api/ask',
  host: '127.0.0.1:4100',
  origin: 'http://127.0.0.1:4100',
  authorization: `Bearer ${guard.token}`,
  contentType: 'application/json',
}

describe('the loopback server', () => {
  it('lets its own page in', () => {
    expect(judge(good, guard)).toEqual({ ok: true })
    expect(judge({ ...good, host: 'localhost:4100', origin: 'http://localhost:4100' }, guard).ok).toBe(true)
    expect(
      judge({ ...good, method: 'GET', path: '/', authorization: undefined, origin: undefined }, guard).ok,
    ).toBe(true)
  })

  const refused: [string, Partial<Asked>, number][] = [
    ['a rebound name that points at this machine', { host: 'evil.example:4100' }, 403],
    ['our address as part of another name', { host: '127.0.0.1:4100.evil.example' }, 403],
    ['another port on this machine', { host: '127.0.0.1:4101' }, 403],
    ['no host at all', { host: undefined }, 403],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['an origin that only starts like ours', { origin: 'http://127.0.0.1:41000' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['the right address over another scheme', { origin: 'https://127.0.0.1:4100' }, 403],
    ['no token', { authorization: undefined }, 401],
    ['a wrong token', { authorization: `Bearer ${'x'.repeat(32)}` }, 401],
    ['a token cut short', { authorization: 'Bearer k' }, 401],
    ['a form posted by another page', { contentType: 'text/plain' }, 415],
    ['no content type', { contentType: undefined }, 415],
    ['a question by GET', { method: 'GET' }, 405],
    ['an address that is not there', { path: '/api/files' }, 404],
    ['changes without a token', { path: '/api/changes', method: 'GET', authorization: undefined }, 401],
    ['writing to the page’s files', { path: '/index.html', method: 'PUT' }, 405],
  ]
  for (const [who, change, status] of refused) {
    it(`refuses ${who}`, () => {
      expect(judge({ ...good, ...change }, guard)).toMatchObject({ ok: false, status })
    })
  }

  it('allows no inline script, no inline style and no other host', () => {
    expect(CSP).toContain("default-src 'none'")
    expect(CSP).not.toMatch(/unsafe|https?:|\*/)
  })
})
