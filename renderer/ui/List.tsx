/** Lists: ListBox to choose from, GridList when rows hold buttons of their own. */
import type { ReactNode } from 'react'
import {
  GridList as AriaGridList,
  GridListItem as AriaGridListItem,
  ListBox as AriaListBox,
  ListBoxItem as AriaListBoxItem,
  type GridListItemProps as AriaGridListItemProps,
  type GridListProps as AriaGridListProps,
  type ListBoxItemProps as AriaListBoxItemProps,
  type ListBoxProps as AriaListBoxProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import './List.css'

type Plain<T> = Omit<T, 'className' | 'style'> & { className?: string }
type Labelled<T> = Plain<T> & { label: string }

export function ListBox<T extends object>({ label, className, ...props }: Labelled<AriaListBoxProps<T>>) {
  return <AriaListBox {...props} aria-label={label} className={classNames('w-list', className)} />
}

export function ListBoxItem({ className, ...props }: Plain<AriaListBoxItemProps>) {
  return <AriaListBoxItem {...props} className={classNames('w-row', className)} />
}

export function GridList<T extends object>({ label, className, ...props }: Labelled<AriaGridListProps<T>>) {
  return (
    <AriaGridList {...props} aria-label={label} data-typeahead className={classNames('w-list', className)} />
  )
}

interface GridListItemProps extends Omit<Plain<AriaGridListItemProps>, 'children' | 'textValue'> {
  /** What the row is called: for type-ahead and screen readers. */
  textValue: string
  children: ReactNode
}

export function GridListItem({ className, ...props }: GridListItemProps) {
  return <AriaGridListItem {...props} className={classNames('w-row', className)} />
}
