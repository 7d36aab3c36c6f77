/** Questions worth keeping: open one, save this one, forget one. */
import { useState } from 'react'
import { Bookmark, ChevronDown, RotateCcw, Save, Trash2 } from 'lucide-react'
import { NameDialog } from '../app/NameDialog.tsx'
import { useRun } from '../app/place.ts'
import { useCommands } from '../app/registry.ts'
import { useAsk, useDo } from '../data.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { focusFirst } from '../ui/focus.ts'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { writeAsked, type Asked } from './query.ts'

interface SavedQueriesProps {
  asked: Asked
  /** The saved query this began as. */
  saved: number | null
  onOpen: (asked: Asked, id: number | null) => void
}

export function SavedQueries({ asked, saved, onOpen }: SavedQueriesProps) {
  const run = useRun()
  const queries = useAsk('search.queries', {}).data?.queries ?? []
  const current = queries.find(({ id }) => id === saved)
  const isChanged = current !== undefined && writeAsked(current.query) !== writeAsked(asked)
  const [isNaming, setNaming] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const save = useDo('search.saveQuery')
  const remove = useDo('search.removeQuery')
  const isEverything = writeAsked(asked) === null
  const keep = (name: string) =>
    save.mutate({ name, query: asked }, { onSuccess: ({ id }) => onOpen(asked, id) })
  useCommands({
    'search.keep':
      !isEverything &&
      (() => {
        if (current === undefined) setNaming(true)
        else if (isChanged) save.mutate({ id: current.id, name: current.name, query: asked })
      }),
  })
  return (
    <header className="search-saved">
      <PopoverFor isOpen={isOpen} onOpenChange={setOpen}>
        <Button icon={<Bookmark aria-hidden />} isDisabled={queries.length === 0}>
          <span className="search-saved-name">{current?.name ?? 'Saved queries'}</span>
          <ChevronDown aria-hidden />
        </Button>
        <Popover label="Saved queries">
          <ul className="search-saved-list">
            {queries.map(({ id, name, query }, at) => (
              <li key={id}>
                <Button
                  look="quiet"
                  className="search-saved-item"
                  onPress={() => {
                    onOpen(query, id)
                    setOpen(false)
                  }}
                  {...(at === 0 ? { ref: focusFirst } : {})}
                >
                  {name}
                </Button>
                <IconButton
                  label={`Forget ${name}`}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => remove.mutate({ id })}
                />
              </li>
            ))}
          </ul>
        </Popover>
      </PopoverFor>
      <Button
        look="quiet"
        icon={<Save aria-hidden />}
        isDisabled={isEverything || (current !== undefined && !isChanged)}
        onPress={() => run('search.keep')}
      >
        {isChanged ? 'Save changes' : 'Save'}
      </Button>
      <Button
        look="quiet"
        icon={<RotateCcw aria-hidden />}
        isDisabled={isEverything}
        onPress={() => run('search.clear')}
      >
        New
      </Button>
      <NameDialog
        title="Save the query"
        label="Name"
        action="Save"
        isOpen={isNaming}
        onName={keep}
        onClose={() => setNaming(false)}
      />
    </header>
  )
}
