/** What can be done to a code, each with its key. */
import { Archive, ArchiveRestore, ChevronDown, Merge, Pencil, Plus, Split, Trash2 } from 'lucide-react'
import type { Code } from '../../core/contract/codebook.ts'
import { commandList, type CommandId } from '../app/commands.ts'
import { keymap, keysOf } from '../app/keymap.ts'
import { useRun } from '../app/place.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuFor, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { useStore } from '../ui/store.ts'
import { childKind, codingsInWords, kindOf } from './words.ts'

interface CodeMenuProps {
  code: Code
  hasChildren: boolean
}

export function CodeMenu({ code, hasChildren }: CodeMenuProps) {
  const run = useRun()
  const own = useStore(keymap)
  const kind = kindOf(code)
  const child = childKind(code)
  const item = (id: CommandId) => {
    const command = commandList.find((candidate) => candidate.id === id)
    return { keys: command && keysOf(command, own)[0], onAction: () => void run(id) }
  }
  return (
    <MenuFor>
      <Button>
        Change
        <ChevronDown aria-hidden />
      </Button>
      <Menu label={`Change ${code.name}`} placement="bottom end">
        <MenuItem {...item('codebook.new')} icon={<Plus aria-hidden />}>{`New ${kind} beside it`}</MenuItem>
        {child === null ? null : (
          <MenuItem
            {...item('codebook.child')}
            icon={<Plus aria-hidden />}
          >{`New ${child} under it`}</MenuItem>
        )}
        <MenuItem {...item('codebook.rename')} icon={<Pencil aria-hidden />}>
          Rename
        </MenuItem>
        <MenuLine />
        <MenuItem {...item('codebook.merge')} icon={<Merge aria-hidden />}>
          Merge with others
        </MenuItem>
        <MenuItem {...item('codebook.split')} icon={<Split aria-hidden />} isDisabled={code.used === 0}>
          Split
        </MenuItem>
        <MenuItem
          {...item('codebook.archive')}
          icon={code.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        >
          {code.archived ? 'Bring back' : 'Archive'}
        </MenuItem>
        <MenuLine />
        <MenuItem
          {...item('codebook.remove')}
          icon={<Trash2 aria-hidden />}
          isDisabled={hasChildren}
          isDanger
          {...(hasChildren ? { description: 'It still holds other codes' } : {})}
        >
          {code.used === 0 ? 'Remove' : `Remove with its ${codingsInWords(code.used)}`}
        </MenuItem>
      </Menu>
    </MenuFor>
  )
}
