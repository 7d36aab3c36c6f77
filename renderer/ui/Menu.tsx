/** Menus: a button that opens a list of things to do, with their keys beside them. */
import type { ReactNode } from 'react'
import { Check } from 'lucide-react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  type PopoverProps,
} from 'react-aria-components'
import { Keys } from './Keys.tsx'
import './Popover.css'
import './Menu.css'

interface MenuProps<T extends object> extends Omit<AriaMenuProps<T>, 'className' | 'style'> {
  /** What the list is, for screen readers. */
  label: string
  placement?: PopoverProps['placement']
}

/** Inside `<MenuFor>` after its button. */
export function Menu<T extends object>({ label, placement = 'bottom start', ...props }: MenuProps<T>) {
  return (
    <Popover className="w-popover" offset={4} placement={placement}>
      <AriaMenu {...props} aria-label={label} className="w-menu" />
    </Popover>
  )
}

interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  icon?: ReactNode
  description?: string
  keys?: string | undefined
  isDanger?: boolean
}

export function MenuItem({ children, icon, description, keys, isDanger = false, ...props }: MenuItemProps) {
  const text = props.textValue ?? (typeof children === 'string' ? children : undefined)
  const words = (
    <>
      <span>{children}</span> {keys === undefined ? null : <Keys keys={keys} />}
    </>
  )
  return (
    <AriaMenuItem
      {...props}
      {...(text === undefined ? {} : { textValue: text })}
      className="w-menu-item"
      data-danger={isDanger || undefined}
    >
      {({ isSelected, selectionMode, hasSubmenu }) => (
        <>
          {selectionMode === 'none' ? null : (
            <span className="w-menu-check">{isSelected ? <Check aria-hidden /> : null}</span>
          )}
          {icon}
          {description === undefined ? (
            <span className="w-menu-words w-menu-label">{words}</span>
          ) : (
            <span className="w-menu-words">
              <Text slot="label" className="w-menu-label">
                {words}
              </Text>
              <Text slot="description" className="w-menu-more">
                {description}
              </Text>
            </span>
          )}
          {hasSubmenu ? <span aria-hidden>›</span> : null}
        </>
      )}
    </AriaMenuItem>
  )
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection className="w-menu-section">
      <Header className="w-menu-title">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

interface MenuChoicesProps<K extends string> {
  title: string
  options: readonly { id: K; label: string }[]
  value: K
  onChange: (value: K) => void
}

/** One of several, ticked, inside a menu. */
export function MenuChoices<K extends string>({ title, options, value, onChange }: MenuChoicesProps<K>) {
  return (
    <AriaMenuSection
      className="w-menu-section"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const option = options.find(({ id }) => keys !== 'all' && keys.has(id))
        if (option !== undefined) onChange(option.id)
      }}
    >
      <Header className="w-menu-title">{title}</Header>
      {options.map(({ id, label }) => (
        <MenuItem key={id} id={id}>
          {label}
        </MenuItem>
      ))}
    </AriaMenuSection>
  )
}

export const MenuFor = MenuTrigger
export const MenuLine = () => <Separator className="w-menu-line" />
