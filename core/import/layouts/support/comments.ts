/** Finds the words a reviewer's comment was made on again, in the text as it is kept. */
import type { ParsedDocument, Source, Warning } from '../../model.ts'
import type { Assembled } from './assemble.ts'
import { clean } from './clean.ts'

type Anchored = ParsedDocument['comments'][number]

/**
 * Anchors each comment to the place of its quote, looked for from the start of its block. White space may
 * differ. A quote that is not there (it held a label, say) is anchored to all that was kept of its block.
 */
export function anchorComments(
  source: Source,
  built: Assembled,
): { comments: Anchored[]; warnings: Warning[] } {
  const comments: Anchored[] = []
  let lost = 0
  for (const { author, text, quote, block } of source.comments) {
    const place = built.blocks.get(block) ?? nearest(built, block)
    if (!place) {
      lost++
      continue
    }
    const words = clean(quote.replace(/\s+/g, ' ')).text.trim()
    comments.push({ author, text, ...(find(built.text, words, place) ?? place) })
  }
  const warnings: Warning[] =
    lost > 0
      ? [
          {
            code: 'comments-without-place',
            message: `${lost} comments stand on text that was not kept and were left out. Read them in the original file.`,
          },
        ]
      : []
  return { comments, warnings }
}

type Place = { start: number; end: number }

function find(text: string, words: string, place: Place): Place | null {
  if (words === '') return null
  const window = text.slice(place.start, Math.max(place.end, place.start + 2 * words.length) + 200)
  const pattern = (quote: string) =>
    new RegExp(
      quote
        .split(' ')
        .map(escape)
        .join(String.raw`\s+`),
      'u',
    )
  const match =
    pattern(words).exec(window) ?? pattern(words.replace(/^[^:：]{1,40}[:：]\s*/, '')).exec(window)
  if (!match || match[0] === '') return null
  const start = place.start + match.index
  return { start, end: start + match[0].length }
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
}

/** The next block that was kept: comments often stand on an empty or a label paragraph. */
function nearest(built: Assembled, block: number): Place | undefined {
  for (let step = 1; step <= 3; step++) {
    const place = built.blocks.get(block + step)
    if (place) return { start: place.start, end: place.start }
  }
  return undefined
}
