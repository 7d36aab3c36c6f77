/** The keys of the palette, always in view. */
import { Keys } from '../../ui/Keys.tsx'

const HINTS: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ['Enter'], words: 'code' },
  { keys: ['1', '2', '3'], words: 'strength' },
  { keys: ['Tab'], words: 'family' },
  { keys: ['Alt+1'], words: 'make quick' },
  { keys: ['Escape'], words: 'done' },
]

export function Foot() {
  return (
    <div className="coding-foot">
      {HINTS.map(({ keys, words }) => (
        <span key={words}>
          {keys.map((one) => (
            <Keys key={one} keys={one} />
          ))}
          {words}
        </span>
      ))}
    </div>
  )
}
