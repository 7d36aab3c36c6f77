/** A key combination as a person reads it: `Mod+K` becomes Ctrl K, or ⌘ K on a Mac. */
import { spokenKeys, writtenKeys } from './key-names.ts'
import './Keys.css'

interface KeysProps {
  /** One combination (`Mod+Shift+Z`) or a sequence separated by spaces (`G H`). */
  keys: string
}

export function Keys({ keys }: KeysProps) {
  return (
    <kbd className="w-keys">
      <span className="hidden-visually">{spokenKeys(keys)}</span>
      {writtenKeys(keys).map((step) => (
        <span key={step.join('+')} className="w-keys-step" aria-hidden="true">
          {step.map((key) => (
            <span key={key} className="w-key">
              {key}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  )
}
