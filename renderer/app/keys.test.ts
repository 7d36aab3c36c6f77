import { describe, expect, it } from 'vitest'
import { clashes, combination, isBare, nextKey, type Binding, type KeyPress } from './keys.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key press', () => {
  it('reads the same on every system', () => {
    expect(combination(press('k', { ctrlKey: true }), false)).toBe('Mod+K')
    expect(combination(press('k', { metaKey: true }), true)).toBe('Mod+K')
    expect(combination(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z')
  })

  it('names Shift only where the character does not show it', () => {
    expect(combination(press('?', { shiftKey: true }), false)).toBe('?')
    expect(combination(press('ArrowDown', { shiftKey: true }), false)).toBe('Shift+ArrowDown')
    expect(combination(press('c'), false)).toBe('C')
  })

  it('is nothing while only a modifier is held or a composed character is under way', () => {
    for (const key of ['Control', 'Shift', 'Dead', 'Process'])
      expect(combination(press(key), false)).toBeNull()
  })

  it('falls back to the letter on the key when the layout is not Latin', () => {
    expect(combination(press('с', { code: 'KeyC' }), false)).toBe('C')
    expect(combination(press('ß', { code: 'KeyS', altKey: true }), true)).toBe('Alt+S')
  })

  it('does not take a character typed with AltGr for a shortcut', () => {
    const typed = press('@', { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' })
    expect(combination(typed, false)).toBe('@')
  })
})

describe('a sequence of keys', () => {
  const bindings: Binding[] = [
    { id: 'go.heatmap', keys: 'G H' },
    { id: 'go.map', keys: 'G M' },
    { id: 'code.memo', keys: 'M' },
  ]

  it('waits after the first key and runs on the second', () => {
    expect(nextKey(bindings, '', 'G')).toEqual({ pending: 'G' })
    expect(nextKey(bindings, 'G', 'H')).toEqual({ run: 'go.heatmap' })
  })

  it('prefers the sequence begun to a single key', () => {
    expect(nextKey(bindings, 'G', 'M')).toEqual({ run: 'go.map' })
  })

  it('starts over when the second key belongs to no sequence', () => {
    expect(nextKey(bindings, 'G', 'X')).toBe('none')
    expect(nextKey(bindings, 'G', 'G')).toEqual({ pending: 'G' })
  })

  it('tells which commands a new key would hide', () => {
    expect(clashes(bindings, 'new', 'G').map((other) => other.id)).toEqual(['go.heatmap', 'go.map'])
    expect(clashes(bindings, 'new', 'M X').map((other) => other.id)).toEqual(['code.memo'])
    expect(clashes(bindings, 'code.memo', 'M')).toEqual([])
  })
})

it('a bare character is one without Ctrl or Alt', () => {
  expect(['C', '?', 'Shift+C', '1'].every(isBare)).toBe(true)
  expect(['Mod+C', 'Alt+C', 'Escape', 'Shift+ArrowUp'].some(isBare)).toBe(false)
})
