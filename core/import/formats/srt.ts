/** SubRip captions, with comma or dot decimals and the markup players accept. */
import { empty } from '../errors.ts'
import type { Aside, Source } from '../model.ts'
import { checkTimes, cutCues } from './cues.ts'
import type { DecodedText } from './decode.ts'
import { splitLines } from './lines.ts'
import { speak } from './vtt.ts'

export function readSrt({ text, encoding, warnings }: DecodedText, fileName: string): Source {
  const { cues, strays } = cutCues(splitLines(text))
  const asides: Aside[] = []
  for (const { after, lines } of strays) {
    const cue = cues[after]
    if (cue) cue.text += `\n${lines.join('\n')}`
    else asides.push({ where: 'front-matter', text: lines.join('\n') })
  }
  const blocks = speak(cues)
  if (blocks.length === 0) throw empty(fileName)
  return {
    format: 'srt',
    blocks,
    asides,
    comments: [],
    warnings: [...warnings, ...checkTimes(blocks, fileName)],
    encoding,
  }
}
