/** A table to compare in: sortable headings, tabular figures, rows that open what they count. */
import type { ReactNode } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import {
  Cell as AriaCell,
  Column as AriaColumn,
  Row as AriaRow,
  Table as AriaTable,
  TableBody as AriaTableBody,
  TableHeader as AriaTableHeader,
  type CellProps as AriaCellProps,
  type ColumnProps as AriaColumnProps,
  type RowProps as AriaRowProps,
  type TableBodyProps as AriaTableBodyProps,
  type TableHeaderProps as AriaTableHeaderProps,
  type TableProps as AriaTableProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import './Table.css'

type Plain<T> = Omit<T, 'className' | 'style'> & { className?: string }

interface TableProps extends Plain<AriaTableProps> {
  label: string
  children: ReactNode
}

export function Table({ label, className, children, ...props }: TableProps) {
  return (
    <div className={classNames('w-table-frame', className)}>
      <AriaTable {...props} aria-label={label} data-typeahead className="w-table">
        {children}
      </AriaTable>
    </div>
  )
}

export function TableHeader<T extends object>(props: Plain<AriaTableHeaderProps<T>>) {
  return <AriaTableHeader {...props} />
}

interface ColumnProps extends Omit<Plain<AriaColumnProps>, 'children'> {
  children: ReactNode
  /** Figures: aligned to the right. */
  isNumber?: boolean
}

export function Column({ children, isNumber = false, className, ...props }: ColumnProps) {
  return (
    <AriaColumn {...props} data-number={isNumber || undefined} className={classNames('w-column', className)}>
      {({ allowsSorting, sortDirection }) => (
        <span className="w-column-words">
          {children}
          {allowsSorting && sortDirection === 'ascending' ? <ChevronUp aria-hidden /> : null}
          {allowsSorting && sortDirection === 'descending' ? <ChevronDown aria-hidden /> : null}
        </span>
      )}
    </AriaColumn>
  )
}

export function TableBody<T extends object>(props: Plain<AriaTableBodyProps<T>>) {
  return <AriaTableBody {...props} />
}

export function TableRow<T extends object>({ className, ...props }: Plain<AriaRowProps<T>>) {
  return <AriaRow {...props} className={classNames('w-table-row', className)} />
}

interface CellProps extends Plain<AriaCellProps> {
  isNumber?: boolean
}

export function Cell({ isNumber = false, className, ...props }: CellProps) {
  return (
    <AriaCell {...props} data-number={isNumber || undefined} className={classNames('w-cell', className)} />
  )
}
