/** The same app in a browser tab: the page's files and one streamed call, on the loopback address only. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { errorBody } from '../../core/contract/errors.ts'
import type { Request } from '../../core/contract/index.ts'
import { decode, encode, type Reply } from '../../core/contract/wire.ts'
import type { Core } from '../../core/core.ts'
import { assetAt, PAGE_HEADERS, readAssets, type Assets } from '../../core/workspace/page.ts'
import { judge } from './policy.ts'

export interface ServeOptions {
  core: Pick<Core, 'dispatch' | 'onChanged'>
  /** Folder of the built page. */
  page: string
  /** 0 picks a free one. */
  port: number
  log: (line: string) => void
}

export interface Served {
  url: string
  port: number
  token: string
  close: () => Promise<void>
}

/** A drop of a hundred transcripts fits; anything larger is refused before it fills the memory. */
const MOST_BYTES = 768 * 1024 * 1024

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseRequest(body: string): Request | null {
  try {
    const request = decode(body)
    if (typeof request !== 'object' || request === null) return null
    const { name, input, as } = request as { name?: unknown; input?: unknown; as?: unknown }
    if (typeof name !== 'string') return null
    return typeof as === 'string' ? { name, input, as } : { name, input }
  } catch {
    return null
  }
}

const refuse = (response: ServerResponse, status: number, why: string) =>
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(`${why}\n`)

async function answer(
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  if (body === null) {
    refuse(response, 413, 'too large')
    return
  }
  const asked = parseRequest(body)
  if (!asked) {
    refuse(response, 400, 'not a request')
    return
  }
  const abort = new AbortController()
  response.on('close', () => abort.abort())
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' })
  const send = (reply: Reply) => response.write(`${encode(reply)}\n`)
  try {
    const value = await options.core.dispatch(
      asked,
      (progress) => send({ kind: 'progress', progress }),
      abort.signal,
    )
    send({ kind: 'value', value })
  } catch (error) {
    const body = errorBody(error)
    if (body.code === 'internal')
      options.log(`${asked.name} failed: ${error instanceof Error ? error.stack : 'unknown'}`)
    send({ kind: 'error', error: body })
  }
  response.end()
}

/** Every commit as one line, and an empty line now and then so that a lost connection is noticed. */
function streamChanges({ core }: ServeOptions, response: ServerResponse): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'content-type': 'application/x-ndjson; charset=utf-8' })
  response.write('\n')
  const stop = core.onChanged((changed) => response.write(`${JSON.stringify(changed)}\n`))
  const beat = setInterval(() => response.write('\n'), 15_000)
  response.on('close', () => {
    stop()
    clearInterval(beat)
  })
}

function sendAsset(assets: Assets, path: string, response: ServerResponse): void {
  const asset = assetAt(assets, path)
  if (!asset) {
    refuse(response, 404, 'no such file')
    return
  }
  response
    .writeHead(200, { ...PAGE_HEADERS, 'content-type': asset.type, 'content-length': asset.bytes.length })
    .end(asset.bytes)
}

export async function serve(options: ServeOptions): Promise<Served> {
  const token = randomBytes(24).toString('base64url')
  const assets = readAssets(options.page)
  let port = 0

  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const verdict = judge(
      {
        method: request.method ?? '',
        path,
        host: request.headers.host,
        origin: request.headers.origin,
        authorization: request.headers.authorization,
        contentType: request.headers['content-type'],
      },
      { port, token },
    )
    if (!verdict.ok) refuse(response, verdict.status, verdict.why)
    else if (path === '/api/ask') {
      answer(options, request, response).catch((error: unknown) => {
        options.log(`an answer was cut off: ${error instanceof Error ? error.message : 'unknown'}`)
        response.destroy()
      })
    } else if (path === '/api/changes') streamChanges(options, response)
    else sendAsset(assets, path, response)
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
