import { expect, it } from 'vitest'
import { mayUse } from './permissions.ts'

it('the page may write to the clipboard and fill the screen, and nothing else', () => {
  expect(['clipboard-sanitized-write', 'fullscreen'].every(mayUse)).toBe(true)
  const refused = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'openExternal',
    'clipboard-read',
    'hid',
    'serial',
    'usb',
    'display-capture',
    'fileSystem',
    'constructor',
    '',
  ]
  expect(refused.filter(mayUse)).toEqual([])
})
