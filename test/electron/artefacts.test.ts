/** The desktop app as it is built: the preload does one thing, nothing loads the runtime, the package holds what it should. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vm from 'node:vm'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/architecture.ts'

const require = createRequire(import.meta.url)
const built = (name: string) => join(ROOT, 'dist/app', name)

describe('the preload', () => {
  it('is CommonJS, asks only for Electron, exposes nothing and passes one port on', () => {
    const asked: string[] = []
    const sent: unknown[][] = []
    const posted: unknown[][] = []
    const listeners: Record<string, (event: unknown) => void> = {}
    const window = {
      addEventListener: (_kind: string, listener: (event: unknown) => void) => (listeners['page'] = listener),
      postMessage: (...message: unknown[]) => posted.push(message),
    }
    const electron = {
      ipcRenderer: {
        on: (channel: string, listener: (event: unknown) => void) => (listeners[channel] = listener),
        send: (...message: unknown[]) => sent.push(message),
      },
    }
    vm.runInNewContext(readFileSync(built('preload.cjs'), 'utf8'), {
      window,
      require: (name: string) => {
        asked.push(name)
        return electron
      },
    })
    expect(asked).toEqual(['electron'])
    expect(Object.keys(listeners).toSorted()).toEqual(['page', 'waymark-port'])
    listeners['page']?.({ source: {}, data: 'waymark-ready' })
    expect(sent).toEqual([])
    listeners['page']?.({ source: window, data: 'waymark-ready' })
    expect(sent).toEqual([['waymark-ready']])
    listeners['waymark-port']?.({ ports: ['the port'] })
    expect(posted).toEqual([['waymark-port', '*', ['the port']]])
  })
})

describe('the built processes', () => {
  it('only main loads Electron; the core process does not', () => {
    expect(readFileSync(built('main.js'), 'utf8')).toMatch(/from\s*["']electron["']/)
    expect(readFileSync(built('core-process.js'), 'utf8')).not.toMatch(/(from|require\()\s*["']electron["']/)
  })

  it('the page has no inline script or style, and nothing of it comes from elsewhere', () => {
    const page = readFileSync(join(ROOT, 'dist/renderer/index.html'), 'utf8').replaceAll(
      /<!--[\s\S]*?-->/g,
      '',
    )
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|https?:/)
  })
})

describe('the package', () => {
  const stand = mkdtempSync(join(tmpdir(), 'waymark-pack-'))
  const platforms = ['linux', 'win'] as const
  const settings = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
  const FUSES = /^electronFuses:\n(?: {2}.*\n)+/m
  const config = join(stand, 'builder.yml')
  // The stand-in has no fuses and is no real Windows program; everything else is packed as it is for people.
  writeFileSync(config, settings.replace(FUSES, ''))

  it('runs no Node of its own, takes no orders from the environment and loads only its archive', () => {
    const [fuses = ''] = FUSES.exec(settings) ?? []
    for (const off of [
      'runAsNode',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
      'grantFileProtocolExtraPrivileges',
    ]) {
      expect(fuses).toContain(`${off}: false`)
    }
    for (const on of ['enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'])
      expect(fuses).toContain(`${on}: true`)
  })

  afterAll(() => rmSync(stand, { recursive: true, force: true }))

  /** Files with the runtime's names: enough for the packer, which never runs them. */
  function standIn(platform: 'linux' | 'win'): string {
    const folder = join(stand, `runtime-${platform}`)
    mkdirSync(join(folder, 'resources'), { recursive: true })
    mkdirSync(join(folder, 'locales'), { recursive: true })
    const names =
      platform === 'linux' ? ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'] : ['electron.exe']
    for (const name of [
      ...names,
      'LICENSE',
      'LICENSES.chromium.html',
      'version',
      'resources.pak',
      'locales/en-GB.pak',
    ]) {
      writeFileSync(join(folder, name), '')
    }
    return folder
  }

  for (const platform of platforms) {
    it(`for ${platform} packs offline and holds the program, the page, the sample and one native binary`, () => {
      const output = join(stand, `out-${platform}`)
      execFileSync(
        process.execPath,
        [
          require.resolve('electron-builder/cli.js'),
          `--${platform}`,
          'dir',
          '--x64',
          '--publish',
          'never',
          '--config',
          config,
          `-c.electronDist=${standIn(platform)}`,
          `-c.directories.output=${output}`,
          ...(platform === 'win'
            ? ['-c.win.signAndEditExecutable=false', '-c.disableAsarIntegrity=true']
            : []),
        ],
        {
          cwd: ROOT,
          stdio: 'pipe',
          env: { ...process.env, CI: 'true', CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
        },
      )
      const resources = join(output, `${platform}-unpacked`, 'resources')
      const { listPackage } = require('@electron/asar') as {
        listPackage: (file: string, options: { isPack: boolean }) => string[]
      }
      const files = listPackage(join(resources, 'app.asar'), { isPack: false }).map((name) =>
        name.replaceAll('\\', '/'),
      )
      for (const wanted of [
        '/package.json',
        '/dist/app/main.js',
        '/dist/app/core-process.js',
        '/dist/app/preload.cjs',
        '/dist/app/thread.js',
        '/dist/renderer/index.html',
        '/fixtures/sample/P01.docx',
        '/node_modules/better-sqlite3/package.json',
      ]) {
        expect(files, wanted).toContain(wanted)
      }
      expect(files.filter((name) => /\.(ts|tsx|map)$|\/test\/|\.waymark$/.test(name))).toEqual([])
      expect(
        files.filter((name) => /node_modules\/(natural|electron|react|node-linux|node-win)/.test(name)),
      ).toEqual([])
      const wanted = platform === 'linux' ? 'linux-x64.node' : 'win32-x64.node'
      expect(
        existsSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds', wanted)),
      ).toBe(true)
    }, 180_000)
  }
})
