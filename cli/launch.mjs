/** Starts the program on a Node that can run it, whatever Node started this file; loads nothing else before that is known. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const PLATFORMS = { win32: 'win' }
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Node strips types without a flag from these on; older ones also crash in the database library without a word. */
export function canRun(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)
}

/** The sources, or what was built from them: Node refuses to strip types below node_modules. */
function entryOf(source, built) {
  const installed = here.split(/[\\/]/).includes('node_modules')
  const file = join(here, source)
  return existsSync(file) && !installed ? file : join(here, '..', 'dist', 'app', built)
}

/** A newer Node that npm put beside Waymark or above it. */
function findNode() {
  const platform = PLATFORMS[process.platform] ?? process.platform
  const packaged = join(`node-${platform}-${process.arch}`, 'bin', platform === 'win' ? 'node.exe' : 'node')
  for (let folder = join(here, '..'); ; folder = dirname(folder)) {
    for (const place of [packaged, join('.bin', 'node')]) {
      const node = join(folder, 'node_modules', place)
      if (existsSync(node)) return node
    }
    if (dirname(folder) === folder) return null
  }
}

function runOn(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  child.on('error', () => refuse())
  child.on('exit', (code, signal) => {
    for (const name of SIGNALS) process.removeAllListeners(name)
    if (signal) process.kill(process.pid, signal)
    else process.exitCode = code ?? 1
  })
}

function refuse() {
  process.stderr.write(
    `Waymark needs Node 22.18 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org, then try again.\n`,
  )
  process.exitCode = 1
}

/** Runs the `main` of a source file, or of its bundle, with the arguments of this process. */
export async function launch(source, built) {
  if (canRun(process.versions.node)) {
    const { main } = await import(pathToFileURL(entryOf(source, built)).href)
    await main(process.argv.slice(2))
    return
  }
  const node = findNode()
  // A Node beside us that is too old as well would start itself for ever.
  if (node === null || process.env.WAYMARK_RELAUNCHED === '1') refuse()
  else {
    process.env.WAYMARK_RELAUNCHED = '1'
    runOn(node, process.argv.slice(1))
  }
}
