/** Every command with its keys; any of them can be changed here. */
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SearchField } from '../ui/Field.tsx'
import { commandList } from './commands.ts'
import { find } from './find-commands.ts'
import { keymap, restoreKeys } from './keymap.ts'
import { KeyRow } from './KeyRow.tsx'
import { useStore } from '../ui/store.ts'
import './KeyboardHelp.css'

interface KeyboardHelpProps {
  isOpen: boolean
  onClose: () => void
}

export function KeyboardHelp({ isOpen, onClose }: KeyboardHelpProps) {
  const own = useStore(keymap)
  const isChanged = Object.keys(own).length > 0
  return (
    <Dialog
      title="Keyboard shortcuts"
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      {...(isChanged ? { actions: <Button onPress={() => restoreKeys()}>Restore all keys</Button> } : {})}
    >
      <HelpBody />
    </Dialog>
  )
}

function HelpBody() {
  const [query, setQuery] = useState('')
  const groups = Map.groupBy(find(commandList, query), (command) => command.group)
  return (
    <>
      <p className="help-words">
        Select a row to change its keys. Single letters wait while you type in a field or move through a list.
      </p>
      <SearchField label="Filter the shortcuts" value={query} onChange={setQuery} />
      <div className="help-groups">
        {[...groups].map(([group, commands]) => (
          <section key={group} className="help-group">
            <h3>{group}</h3>
            <ul>
              {commands.map((command) => (
                <KeyRow key={command.id} command={command} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
