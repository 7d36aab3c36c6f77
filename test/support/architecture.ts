/** Reads imports as text and holds them against the rule of the house. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')

type Zone = 'contract' | 'text' | 'core' | 'door' | 'cli' | 'electron' | 'renderer' | 'test' | 'fixtures'

/** Where each package may be imported. A new dependency must be put here, with thought. */
const PACKAGES: Record<string, readonly Zone[]> = {
  zod: ['contract', 'core', 'door', 'cli', 'electron', 'renderer'],
  'better-sqlite3': ['core', 'door'],
  natural: ['core'],
  'wink-sentiment': ['core'],
  chardet: ['core'],
  'iconv-lite': ['core'],
  fflate: ['core', 'fixtures'],
  yauzl: ['core'],
  saxes: ['core'],
  parse5: ['core'],
  unpdf: ['core'],
  diff: ['core'],
  re2js: ['core'],
  docx: ['core'],
  '@resvg/resvg-js': ['core'],
  '@expo-google-fonts/inter': ['core'],
  'csv-parse': ['core', 'door', 'cli'],
  'csv-stringify': ['core', 'cli'],
  'write-excel-file': ['core'],
  'd3-scale': ['core', 'renderer'],
  'd3-scale-chromatic': ['core', 'renderer'],
  commander: ['cli'],
  'env-paths': ['door', 'cli', 'electron'],
  vite: ['cli'],
  'parse5-sax-parser': ['core'],
  'dingbat-to-unicode': ['core'],
  open: ['cli'],
  electron: ['electron'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  '@tanstack/react-query': ['renderer'],
  'react-aria-components': ['renderer'],
  'react-resizable-panels': ['renderer'],
  'lucide-react': ['renderer'],
  marked: ['renderer'],
  '@fontsource-variable/inter': ['renderer'],
  '@fontsource-variable/source-serif-4': ['renderer'],
}

/** What each part of the house may know. Tests may know everything. */
const MAY_KNOW: Record<Exclude<Zone, 'test'>, readonly Zone[]> = {
  contract: ['contract'],
  text: ['text'],
  core: ['contract', 'text', 'core'],
  door: ['contract', 'text', 'core', 'door'],
  cli: ['contract', 'text', 'core', 'door', 'cli'],
  electron: ['contract', 'text', 'core', 'door', 'electron'],
  renderer: ['contract', 'text', 'renderer'],
  fixtures: ['contract', 'text', 'core', 'door', 'fixtures'],
}

const SAID: Record<Exclude<Zone, 'test'>, string> = {
  contract: 'the contract knows only zod',
  text: 'the text maths imports nothing',
  core: 'the core knows nobody: no host, no page, and not its own door',
  door: 'the door of the core knows no host and no page',
  cli: 'the command line knows no page and no window',
  electron: 'the window knows no page and no command line',
  renderer: 'the page knows only the contract and the text maths',
  fixtures: 'fixtures know no host',
}

/** Files that only hosts and tests may know: making a core, holding projects, serving a port. */
const DOOR = /^core\/(core\.ts|port\.ts|workspace\/)/

function zoneOf(path: string): Zone | null {
  if (/\.test\.tsx?$|\.bench\.ts$/.test(path)) return 'test'
  if (path.startsWith('core/contract/')) return 'contract'
  if (path.startsWith('core/text/')) return 'text'
  if (DOOR.test(path)) return 'door'
  const [top] = path.split('/')
  return (
    (['core', 'cli', 'electron', 'renderer', 'test', 'fixtures'] as const).find((zone) => zone === top) ??
    null
  )
}

function sources(root: string): string[] {
  return ['core', 'cli', 'electron', 'renderer', 'fixtures', 'test'].flatMap((top) =>
    existsSync(join(root, top))
      ? readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
          .map((name) => posix.join(top, name.replaceAll('\\', '/')))
          .filter((name) => /\.(ts|tsx|mts|mjs)$/.test(name) && !name.endsWith('.d.ts'))
      : [],
  )
}

/** Static, dynamic, type and re-exporting imports, and `new URL('./x.ts', import.meta.url)`. Comments are left out. */
function importsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
  const patterns = [
    /\b(?:import|export)\b[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\s*\(\s*['"]([^'"]+)['"]/g,
    /\b(?:require|resolve)\s*\(\s*['"`]([@a-z][\w@./-]+)['"`$]/g,
  ]
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''))
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function problemWith(file: string, zone: Exclude<Zone, 'test'>, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    const target = posix.normalize(posix.join(posix.dirname(file), specifier))
    const other = zoneOf(target)
    if (other === null || (other === 'test' && zone !== 'fixtures') || !MAY_KNOW[zone].includes(other)) {
      return `${file} imports ${target}: ${SAID[zone]}`
    }
    return null
  }
  const name = packageOf(specifier)
  if (name.startsWith('node:') || builtinModules.includes(name)) {
    return ['contract', 'text', 'renderer'].includes(zone) ? `${file} uses ${specifier}: ${SAID[zone]}` : null
  }
  if (specifier === 'natural')
    return `${file} imports natural by its index, which loads database drivers: use a sub-path`
  const allowed = PACKAGES[name]
  if (!allowed)
    return `${file} imports ${name}, which has no place in test/support/architecture.ts yet: say where it may be used`
  return allowed.includes(zone)
    ? null
    : `${file} imports ${name}: it belongs to ${allowed.join(', ')}, and ${SAID[zone]}`
}

/** One sentence for each import that breaks the rule. Empty when the house is in order. */
export function brokenRules(root: string): string[] {
  return sources(root).flatMap((file) => {
    const zone = zoneOf(file)
    // Tests may know everything; build configuration is not part of the program.
    if (zone === null || zone === 'test' || /(^|\/)vite(\.\w+)?\.config\.ts$/.test(file)) return []
    return importsOf(readFileSync(join(root, file), 'utf8')).flatMap(
      (specifier) => problemWith(file, zone, specifier) ?? [],
    )
  })
}

/** Dependencies of the program that nobody imports, or that no rule speaks of. */
export function unclassified(root: string): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const used = new Set(
    sources(root).flatMap((file) => importsOf(readFileSync(join(root, file), 'utf8')).map(packageOf)),
  )
  return Object.keys(dependencies).flatMap((name) => {
    if (!PACKAGES[name]) return [`${name} is a dependency but has no place in test/support/architecture.ts`]
    return used.has(name) ? [] : [`${name} is a dependency but nothing imports it`]
  })
}
