/** One command in the keyboard help: its keys, and a way to change them. */
import { useState, type KeyboardEvent } from 'react'
import { RotateCcw } from 'lucide-react'
import { announce } from '../ui/announce.ts'
import { IconButton } from '../ui/Button.tsx'
import { isMac } from '../ui/key-names.ts'
import { Keys } from '../ui/Keys.tsx'
import { commandList, type Command } from './commands.ts'
import { bindingsOf, keymap, keysOf, rebind, restoreKeys } from './keymap.ts'
import { clashes, combination } from './keys.ts'
import { useStore } from '../ui/store.ts'

export function KeyRow({ command }: { command: Command }) {
  const own = useStore(keymap)
  const [isListening, setListening] = useState(false)
  const keys = keysOf(command, own)

  const take = (event: KeyboardEvent) => {
    if (!isListening || event.nativeEvent.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const pressed = combination(event.nativeEvent, isMac())
    if (pressed === null) return
    setListening(false)
    if (pressed === 'Escape') return
    if (pressed === 'Backspace') return rebind(command.id, [])
    const [taken] = clashes(bindingsOf(commandList, own), command.id, pressed)
    rebind(command.id, [pressed])
    if (taken !== undefined) {
      const other = commandList.find((candidate) => candidate.id === taken.id)
      announce(`${other?.title ?? 'Another command'} uses the same key where both apply`)
    }
  }

  return (
    <li className="help-row">
      <button
        type="button"
        className="help-button"
        onClick={() => setListening(!isListening)}
        onBlur={() => setListening(false)}
        onKeyDownCapture={take}
      >
        <span className="help-title">
          {command.title} <span className="hidden-visually">(change the keys)</span>
        </span>
        {isListening ? (
          <span className="help-listening">press keys, or Backspace for none</span>
        ) : keys.length === 0 ? (
          <span className="help-none">none</span>
        ) : (
          keys.map((one) => <Keys key={one} keys={one} />)
        )}
      </button>
      {command.id in own ? (
        <IconButton
          label={`Restore the keys of ${command.title}`}
          icon={<RotateCcw aria-hidden />}
          onPress={() => restoreKeys(command.id)}
        />
      ) : null}
    </li>
  )
}
