/** The page's heading, which opens the room's other views. */
import { ChevronDown } from 'lucide-react'
import { go } from '../app/router.ts'
import type { RoomId } from '../app/routes.ts'
import { Button } from '../ui/Button.tsx'
import { Menu, MenuFor, MenuItem } from '../ui/Menu.tsx'
import { VIEWS } from './views.ts'

interface ViewMenuProps {
  room: RoomId
  current: string
}

export function ViewMenu({ room, current }: ViewMenuProps) {
  const views = VIEWS[room] ?? []
  const title = views.find(({ id }) => id === current)?.title ?? ''
  return (
    <h2 className="view-menu">
      <MenuFor>
        <Button look="quiet">
          {title} <ChevronDown aria-hidden />
        </Button>
        <Menu label="Views" selectionMode="single" selectedKeys={[current || 'whole']}>
          {views.map(({ id, title: name, about }) => (
            <MenuItem
              key={id}
              id={id || 'whole'}
              description={about}
              onAction={() => go({ room, path: id === '' ? [] : [id] })}
            >
              {name}
            </MenuItem>
          ))}
        </Menu>
      </MenuFor>
    </h2>
  )
}
