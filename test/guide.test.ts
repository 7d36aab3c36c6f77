/** The guide keeps its word: its keys are the command table's, its verbs exist, its links lead somewhere, its pictures are small. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERBS } from '../cli/verbs/index.ts'
import { commandList, type Command } from '../renderer/app/commands.ts'
import { writtenKeys } from '../renderer/ui/key-names.ts'
import { ROOT } from './support/architecture.ts'

const MOST_BYTES = 300 * 1024

const KEYS_HEAD = `# Keys

Every command with its keys, as the program has them; on a Mac \`Ctrl\` is \`⌘\`. \`?\` lists them in the program, where any of
them can be changed. Commands without keys are found with \`Ctrl K\`. Single letters wait while you type in a field.`

/** \`Ctrl Shift Z\`; the second press of a sequence after "then". */
const inWords = (keys: string): string =>
  writtenKeys(keys, false)
    .map((step) => `\`${step.join(' ').replace('↵', 'Enter')}\``)
    .join(' then ')

const row = ({ title, keys }: Command): string => `| ${title} | ${keys.map(inWords).join(', ')} |`

const keysPage = (): string =>
  [
    KEYS_HEAD,
    ...[...Map.groupBy(commandList, ({ group }) => group)].map(([group, commands]) =>
      [`## ${group}`, '', '| | |', '|---|---|', ...commands.map(row)].join('\n'),
    ),
  ].join('\n\n') + '\n'

function pages(): string[] {
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  return [
    ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
    ...inDocs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name)),
  ]
}

const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** Relative links and pictures of a page, without their anchors. */
const linksIn = (page: string): string[] =>
  [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => decodeURI(target))

describe('the guide', () => {
  // After a change of keys: npx vitest run test/guide.test.ts -u
  it('lists the keys that the command table has', async () => {
    await expect(keysPage()).toMatchFileSnapshot('../docs/guide/keys.md')
  })

  it('links only to what is there', () => {
    const broken = pages().flatMap((page) =>
      linksIn(page)
        .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
        .map((target) => `${page} links to ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('names only verbs that the command line has', () => {
    const known = new Set(VERBS.flatMap(({ verbs }) => verbs).map(({ usage }) => usage.split(' ')[0]))
    const unknown = pages().flatMap((page) =>
      [...textOf(page).matchAll(/`waymark ([a-z]+)/g)]
        .filter(([, verb]) => !known.has(verb))
        .map(([, verb]) => `${page}: waymark ${verb}`),
    )
    expect(unknown).toEqual([])
  })

  it('keeps its pictures small enough to read over a slow line', () => {
    const folder = join(ROOT, 'docs/images')
    const pictures = existsSync(folder) ? readdirSync(folder) : []
    expect(pictures.filter((name) => statSync(join(folder, name)).size > MOST_BYTES)).toEqual([])
  })
})
