/** Footnotes and endnotes: their marks in the text, and the paragraphs they become after it. */
import type { Paragraph } from '../model.ts'

/** What stands in the text where note number `number`, from 1, is referred to. */
export function noteMark(number: number): string {
  return `[${number}]`
}

/** Notes in the order the text refers to them, each opening with its mark. */
export function noteParagraphs(notes: string[]): Paragraph[] {
  return notes.map((text, index) => ({
    kind: 'paragraph',
    text: `${noteMark(index + 1)} ${text}`.trimEnd(),
    style: 'note',
    note: index + 1,
  }))
}
