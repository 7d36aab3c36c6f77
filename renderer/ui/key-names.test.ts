import { describe, expect, it } from 'vitest'
import { spokenKeys, writtenKeys } from './key-names.ts'

describe('keys as people read them', () => {
  it('are written for the system at hand', () => {
    expect(writtenKeys('Mod+Shift+Z', false)).toEqual([['Ctrl', 'Shift', 'Z']])
    expect(writtenKeys('Mod+Shift+Z', true)).toEqual([['⌘', '⇧', 'Z']])
  })

  it('keep the steps of a sequence apart', () => {
    expect(writtenKeys('G H', false)).toEqual([['G'], ['H']])
    expect(spokenKeys('G H', false)).toBe('G then H')
  })

  it('are spoken in words, signs included', () => {
    expect(spokenKeys('Mod+K', false)).toBe('Control K')
    expect(spokenKeys('Alt+ArrowLeft', false)).toBe('Alt left arrow')
    expect(spokenKeys('?', false)).toBe('question mark')
  })

  it('can hold a plus', () => {
    expect(writtenKeys('Mod++', false)).toEqual([['Ctrl', '+']])
  })
})
