/** Words that fill speech and would be taken for feeling: "Well, …", "pretty bad", "it was like". */
import type { Word } from './words.ts'

const openers = new Set(
  'well no yes yeah yep yea nah ok okay sure right fine definitely absolutely exactly'.split(' '),
)
/** "like" is a feeling only after these. */
const likers = new Set(
  'i we you they he she people not really do does did would also still always never'.split(' '),
)

/** Whether the word at `index` is said without meaning it. */
export function isSmallTalk(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (word === undefined) return false
  const goesOn = index + 1 < words.length
  if (word.text === 'like') return !likers.has(words[index - 1]?.text ?? '')
  if (word.text === 'pretty') return goesOn && !word.paused
  return index === 0 && (word.paused || !goesOn) && openers.has(word.text)
}
