/** Wrong words, old Nodes, and output that nobody reads to the end. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canRun } from '../../cli/launch.mjs'
import { ask, BIN, run } from '../support/cli.ts'

/** A Node on this machine that is too old to run Waymark by itself. */
function oldNode(): string | undefined {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  return places
    .filter((node) => existsSync(node))
    .find((node) => !canRun(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })))
}
const old = oldNode()

describe('wrong usage', () => {
  const wrong: [string, string[], string][] = [
    ['no verb', [], 'Say what to do'],
    ['an unknown verb', ['docments', 'x'], 'documents'],
    ['a missing argument', ['codes'], 'project'],
    ['an unknown option', ['codes', 'x', '--nope'], '--nope'],
    ['an option without its value', ['log', 'x', '--limit'], '--limit'],
    ['a value that is none', ['heatmap', 'x', '--rows', 'rooms'], 'rows'],
    ['a number that is none', ['log', 'x', '--limit', 'many'], 'limit'],
    ['half of a passage', ['code', 'x', 'P01', '--start', '1'], '--end'],
  ]
  it.each(wrong)('says what is wrong with %s, as JSON when asked', async (_, args, words) => {
    const { code, json } = await ask(args)
    expect(code).toBe(2)
    expect(json).toMatchObject({ error: { code: 'invalid', message: expect.stringContaining(words) } })
  })

  it('says it on standard error otherwise', async () => {
    expect(await run(['codes'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('project'),
    })
  })

  it('explains each verb', async () => {
    const { code, stdout } = await run(['code', '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('--csv <file>')
  })
})

describe('the Node it is started on', () => {
  it.each([
    ['20.20.2', false],
    ['22.14.0', false],
    ['22.18.0', true],
    ['23.5.0', false],
    ['24.0.0', true],
    ['26.1.0', true],
  ])('%s can run it: %s', (version, can) => {
    expect(canRun(version)).toBe(can)
  })

  it.skipIf(old === undefined)('moves from an old Node to the one npm brought', async () => {
    const lines = { input: 'It was awful.\n', ...(old === undefined ? {} : { node: old }) }
    const { code, json } = await ask<{ suggestions: object[] }>(['suggest', '--lines', '-'], lines)
    expect(code).toBe(0)
    expect(json.suggestions).toHaveLength(1)
    expect((await run(['codes'], lines)).code).toBe(2)
  })

  it.skipIf(old === undefined)('says in one line what is needed when there is no other', async () => {
    const env = { WAYMARK_RELAUNCHED: '1' }
    const ran = await run(['--help'], { env, ...(old === undefined ? {} : { node: old }) })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toMatch(/^Waymark needs Node 22\.18 or newer; this is [\d.]+\. [^\n]+\n$/)
  })
})

describe('output', () => {
  it.skipIf(process.platform === 'win32')('ends quietly when its reader has seen enough', () => {
    const script = `"${process.execPath}" "${BIN}" --help | head -n 1`
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(
      'Usage: waymark [options] [command]\n',
    )
  })
})
