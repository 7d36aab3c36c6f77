import { expect, it } from 'vitest'
import { isWanted } from './wanted-files.ts'

it('a dropped folder gives its interviews and leaves the system’s own files', () => {
  const names = ['P07.docx', '.DS_Store', '~$P07.docx', 'Thumbs.db', 'desktop.ini', 'thumbs.db notes.txt']
  expect(names.filter((name) => isWanted({ name }))).toEqual(['P07.docx', 'thumbs.db notes.txt'])
})
