/** Search or run a command: type a few letters, Enter. Rooms add what can be found with `usePaletteSource`. */
import { useState } from 'react'
import { Search } from 'lucide-react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { focusFirst } from '../ui/focus.ts'
import { Keys } from '../ui/Keys.tsx'
import { usePlace } from './place.ts'
import { StudyFinder } from './StudyFinder.tsx'
import { usePaletteSections, type PaletteItem } from './palette-items.ts'
import './Palette.css'

interface PaletteProps {
  isOpen: boolean
  onClose: () => void
}

export function Palette({ isOpen, onClose }: PaletteProps) {
  return (
    <ModalOverlay
      className="w-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
    >
      <Modal className="w-modal palette">
        <Dialog className="w-dialog" aria-label="Search or command">
          <PaletteBody onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ onClose }: Omit<PaletteProps, 'isOpen'>) {
  const [query, setQuery] = useState('')
  const sections = usePaletteSections(query)
  const { hasProject } = usePlace()
  const run = (item: PaletteItem) => {
    onClose()
    // After the dialog has given the focus back, so that a command may move it.
    setTimeout(item.run)
  }
  return (
    <>
      {hasProject ? <StudyFinder /> : null}
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="palette-field" aria-label="Search or command">
          <Search aria-hidden />
          <Input ref={focusFirst} placeholder="Search or command" className="palette-input" />
        </TextField>
        <Menu
          className="w-menu palette-list"
          aria-label="Found"
          items={sections}
          renderEmptyState={() => <p className="palette-none">Nothing matches. Try fewer letters.</p>}
        >
          {(section) => (
            <MenuSection id={section.title} className="w-menu-section">
              <Header className="w-menu-title">{section.title}</Header>
              <Collection items={section.items}>
                {(item) => (
                  <MenuItem
                    id={item.id}
                    textValue={item.title}
                    className="w-menu-item"
                    onAction={() => run(item)}
                  >
                    {item.mark}
                    <span className="palette-title">{item.title}</span>
                    {item.detail === undefined ? null : <span className="w-menu-more">{item.detail}</span>}
                    {item.keys === undefined ? null : <Keys keys={item.keys} />}
                  </MenuItem>
                )}
              </Collection>
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
    </>
  )
}
