import { describe, expect, it } from 'vitest'
import type { CommandPlace } from './command-shape.ts'
import { belongs, commandList } from './commands.ts'
import { find } from './find-commands.ts'
import { bindingsOf, keysOf, readKeymap } from './keymap.ts'
import { clashes } from './keys.ts'
import { ROOM_IDS } from './routes.ts'

const titles = (query: string) => find(commandList, query).map((command) => command.title)

describe('the command table', () => {
  it('names every command once, starting with a capital and without a full stop', () => {
    expect(new Set(commandList.map((command) => command.id)).size).toBe(commandList.length)
    for (const { title } of commandList) expect(title).toMatch(/^[A-Z].*[^.]$/)
  })

  it('never gives two commands that meet in one place the same key', () => {
    for (const hasProject of [true, false]) {
      for (const room of ROOM_IDS) {
        const place: CommandPlace = { room, hasProject }
        const bindings = bindingsOf(
          commandList.filter((command) => belongs(command, place)),
          {},
        )
        const shared = bindings.filter((one) => clashes(bindings, one.id, one.keys).length > 0)
        expect(shared, `${room}`).toEqual([])
      }
    }
  })

  it('offers no coding away from a transcript, and nothing but the start with no project', () => {
    const ids = (place: CommandPlace) =>
      commandList.filter((command) => belongs(command, place)).map((command) => command.id)
    expect(ids({ room: 'heatmap', hasProject: true })).not.toContain('coding.emotion')
    expect(ids({ room: 'code', hasProject: true })).toContain('coding.emotion')
    expect(ids({ room: 'projects', hasProject: false })).toEqual([
      'go.projects',
      'go.back',
      'go.forward',
      'view.palette',
      'view.theme',
      'help.keys',
    ])
  })
})

describe('looking for a command', () => {
  it('puts a title that begins with the words first', () => {
    expect(titles('undo')[0]).toBe('Undo')
    expect(titles('go to h')[0]).toBe('Go to Heatmap')
  })

  it('finds a command by what people call it', () => {
    expect(titles('journey')).toContain('Go to Map')
    expect(titles('docx')).toContain('Import transcripts')
  })

  it('wants every word, and ignores case and accents', () => {
    expect(titles('FRÚSTRATION selection')).toEqual(['Code the selection as Frustration'])
    expect(titles('heatmap zebra')).toEqual([])
  })

  it('shows everything for an empty query', () => {
    expect(find(commandList, '  ')).toHaveLength(commandList.length)
  })
})

describe('a keymap of one’s own', () => {
  const command = commandList.find(({ id }) => id === 'coding.frustration')

  it('replaces the keys of a command, or switches them off', () => {
    if (command === undefined) throw new Error('the table has no coding.frustration')
    expect(keysOf(command, {})).toEqual(['F'])
    expect(keysOf(command, { 'coding.frustration': ['Mod+Alt+F'] })).toEqual(['Mod+Alt+F'])
    expect(keysOf(command, { 'coding.frustration': [] })).toEqual([])
  })

  it('drops what it does not know when read back', () => {
    expect(readKeymap({ 'coding.frustration': ['Q', 7], 'gone.command': ['Z'] })).toEqual({
      'coding.frustration': ['Q'],
    })
    for (const damaged of [null, 'x', 3, []]) expect(readKeymap(damaged)).toEqual({})
  })
})
