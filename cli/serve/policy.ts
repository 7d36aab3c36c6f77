/** What the loopback server lets in, as one pure function: host, origin, token, method. */
import { timingSafeEqual } from 'node:crypto'

export interface Asked {
  method: string
  path: string
  host: string | undefined
  origin: string | undefined
  authorization: string | undefined
  contentType: string | undefined
}

export interface Guard {
  port: number
  token: string
}

export type Verdict = { ok: true } | { ok: false; status: 400 | 401 | 403 | 404 | 405 | 415; why: string }

const refuse = (status: 400 | 401 | 403 | 404 | 405 | 415, why: string): Verdict => ({
  ok: false,
  status,
  why,
})

function sameToken(given: string | undefined, token: string): boolean {
  const wanted = Buffer.from(`Bearer ${token}`)
  const got = Buffer.from(given ?? '')
  return got.length === wanted.length && timingSafeEqual(got, wanted)
}

/** Fails closed: anything not expressly let in is refused. DNS rebinding ends at the host, other sites at the origin. */
export function judge(asked: Asked, { port, token }: Guard): Verdict {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (asked.host === undefined || !hosts.includes(asked.host)) return refuse(403, 'wrong host')
  if (asked.origin !== undefined && !hosts.some((host) => asked.origin === `http://${host}`))
    return refuse(403, 'wrong origin')
  if (!asked.path.startsWith('/api/'))
    return asked.method === 'GET' ? { ok: true } : refuse(405, 'only GET here')
  if (!sameToken(asked.authorization, token)) return refuse(401, 'missing or wrong token')
  if (asked.path === '/api/changes')
    return asked.method === 'GET' ? { ok: true } : refuse(405, 'only GET here')
  if (asked.path !== '/api/ask') return refuse(404, 'no such address')
  if (asked.method !== 'POST') return refuse(405, 'only POST here')
  if (asked.contentType?.split(';')[0]?.trim() !== 'application/json') return refuse(415, 'only JSON here')
  return { ok: true }
}
