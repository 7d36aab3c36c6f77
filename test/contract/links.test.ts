/** The same contract over each link: a direct call, a MessagePort, loopback HTTP. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { serve } from '../../cli/serve/server.ts'
import { errorBody } from '../../core/contract/errors.ts'
import type { Changed, Request } from '../../core/contract/index.ts'
import type { Core } from '../../core/core.ts'
import { servePort } from '../../core/port.ts'
import { httpLink } from '../../renderer/links/http.ts'
import type { Link } from '../../renderer/links/link.ts'
import { portLink } from '../../renderer/links/port.ts'
import { testProject, type TestProject } from '../support/project.ts'

interface Opened {
  link: Link
  close: () => Promise<void> | void
}

const pageFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-page-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Waymark</title>')
  return folder
}

const links: Record<string, (core: Pick<Core, 'dispatch' | 'onChanged'>) => Promise<Opened>> = {
  'a direct call': async (core) => ({
    link: {
      call: (name, input, { onProgress, signal, as } = {}) =>
        core.dispatch(
          as === undefined ? { name, input } : { name, input, as },
          onProgress,
          signal,
        ) as Promise<never>,
      onChanged: core.onChanged,
      close: () => {},
    },
    close: () => {},
  }),
  'a MessagePort': async (core) => {
    const { port1, port2 } = new MessageChannel()
    port1.start()
    const stop = servePort(
      {
        postMessage: (message) => port1.postMessage(message),
        onMessage: (listener) => port1.addEventListener('message', (event) => listener(event.data)),
      },
      core,
      () => {},
    )
    const link = portLink(port2)
    return {
      link,
      close: () => {
        stop()
        link.close()
        port1.close()
      },
    }
  },
  'loopback HTTP': async (core) => {
    const page = pageFolder()
    const served = await serve({ core, page, port: 0, log: () => {} })
    const link = httpLink(`http://127.0.0.1:${served.port}`, served.token)
    return {
      link,
      close: async () => {
        link.close()
        await served.close()
        rmSync(page, { recursive: true })
      },
    }
  },
}

const LINES = ['I: And then?', 'P01: I rang them eleven times 😤 and nobody came.']

for (const [name, open] of Object.entries(links)) {
  describe(`over ${name}`, () => {
    let project: TestProject
    let opened: Opened
    const setUp = async (wrap: (core: Core) => Pick<Core, 'dispatch' | 'onChanged'> = (core) => core) => {
      project = testProject()
      opened = await open(wrap(project.core))
      return { link: opened.link, document: project.transcript('P01', LINES) }
    }
    afterEach(async () => {
      await opened.close()
      project.close()
    })

    it('a question is answered with the contract’s types', async () => {
      const { link } = await setUp()
      const { documents } = await link.call('documents.list', {})
      expect(documents.map((row) => row.name)).toEqual(['P01'])
    })

    it('a coding is stored for the coder who asked, and everyone hears of it', async () => {
      const { link, document } = await setUp()
      const heard = new Promise<Changed | null>((resolve) => link.onChanged(resolve))
      // Give a streamed link the moment it needs to be listening.
      await new Promise((resolve) => setTimeout(resolve, 100))
      const { passage, label } = await link.call(
        'codings.add',
        { document, start: 20, end: 40, codes: [{ code: project.code('frustration'), intensity: 3 }] },
        { as: 'Tom' },
      )
      expect(label).toBe('Coded “Frustration, strong”')
      expect(passage.codings).toHaveLength(1)
      expect((await link.call('project.coders', {})).coders.map((coder) => coder.name)).toEqual(['Tom'])
      expect(await heard).toMatchObject({
        documents: [document],
        tables: expect.arrayContaining(['passage', 'coding']),
      })
    })

    it('an error keeps its code and its sentence', async () => {
      const { link } = await setUp()
      await expect(link.call('documents.read', { document: 99 })).rejects.toMatchObject({
        code: 'not-found',
        message: 'There is no transcript number 99 in this project.',
      })
    })

    it('input of the wrong shape is refused, naming the field and not its value', async () => {
      const { link } = await setUp()
      const wrong = { document: 'a resident’s words' } as unknown as { document: number }
      const error = await link.call('documents.read', wrong).then(
        () => null,
        (problem: Error) => problem,
      )
      expect(error).toMatchObject({ code: 'invalid' })
      expect(error?.message).toContain('document')
      expect(error?.message).not.toContain('resident')
    })

    it('a fault of ours is sent without its words', async () => {
      const { link } = await setUp((core) => ({
        ...core,
        dispatch: () => Promise.reject(new Error('SELECT secret words of a resident')),
      }))
      const error = await link.call('project.info', {}).then(
        () => null,
        (problem: Error) => problem,
      )
      // A direct call stays in one process and keeps the error for the log.
      const sent = name === 'a direct call' ? errorBody(error) : error
      expect(sent).toMatchObject({ code: 'internal' })
      expect(sent?.message).not.toContain('secret')
    })

    it('progress arrives before the answer, and bytes arrive whole', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256)
      const { link } = await setUp((core) => ({
        ...core,
        dispatch: async (request: Request, emit = () => {}) => {
          emit({ done: 1, total: 2, note: 'half' })
          return { back: (request.input as { bytes: Uint8Array }).bytes }
        },
      }))
      const seen: number[] = []
      const files = { files: [{ name: 'a.txt', bytes }], bytes }
      const answer: unknown = await link.call('importing.preview', files, {
        onProgress: ({ done }) => seen.push(done),
      })
      expect(seen).toEqual([1])
      expect(Buffer.from((answer as { back: Uint8Array }).back).equals(Buffer.from(bytes))).toBe(true)
    })

    it('cancelling reaches the job', async () => {
      let stopped: () => void = () => {}
      const heard = new Promise<void>((resolve) => (stopped = resolve))
      const { link } = await setUp((core) => ({
        ...core,
        dispatch: (_request: Request, _emit, signal) =>
          new Promise((_, reject) =>
            signal?.addEventListener('abort', () => {
              stopped()
              reject(new Error('stopped'))
            }),
          ),
      }))
      const abort = new AbortController()
      const call = link.call('importing.layouts', {}, { signal: abort.signal }).catch(() => 'stopped')
      setTimeout(() => abort.abort(), 50)
      await heard
      expect(await call).toBe('stopped')
    })
  })
}
