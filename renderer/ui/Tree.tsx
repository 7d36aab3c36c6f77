/** A tree: arrow keys walk and fold it, letters jump, rows may hold buttons. */
import type { ReactElement, ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import {
  Button as AriaButton,
  Collection,
  Tree as AriaTree,
  TreeItem as AriaTreeItem,
  TreeItemContent,
  type TreeItemProps as AriaTreeItemProps,
  type TreeProps as AriaTreeProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import './List.css'
import './Tree.css'

interface TreeProps<T extends object> extends Omit<AriaTreeProps<T>, 'className' | 'style'> {
  label: string
  className?: string
}

/** `<Tree label items={roots}>{(node) => <TreeRow …/>}</Tree>` */
export function Tree<T extends object>({ label, className, ...props }: TreeProps<T>) {
  return (
    <AriaTree
      {...props}
      aria-label={label}
      data-typeahead
      className={classNames('w-list w-tree', className)}
    />
  )
}

interface TreeRowProps<T extends object> extends Omit<
  AriaTreeItemProps<T>,
  'className' | 'style' | 'children' | 'textValue'
> {
  /** What the row is called: for type-ahead and screen readers. */
  textValue: string
  /** What the row shows. */
  children: ReactNode
  /** The rows inside it, and how to draw one. */
  items?: readonly T[]
  renderItem?: (item: T) => ReactElement
  className?: string
}

export function TreeRow<T extends object>({
  children,
  items,
  renderItem,
  className,
  ...props
}: TreeRowProps<T>) {
  return (
    <AriaTreeItem {...props} className={classNames('w-row w-tree-row', className)}>
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <AriaButton slot="chevron" className="w-tree-fold">
                <ChevronRight aria-hidden />
              </AriaButton>
            ) : (
              <span className="w-tree-fold" />
            )}
            {children}
          </>
        )}
      </TreeItemContent>
      {items === undefined || renderItem === undefined ? null : (
        <Collection items={items}>{renderItem}</Collection>
      )}
    </AriaTreeItem>
  )
}
