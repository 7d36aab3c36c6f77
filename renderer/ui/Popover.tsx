/** A panel beside what opened it. Escape or a click outside closes it. */
import type { ReactNode } from 'react'
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import './Popover.css'

interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'style' | 'children'> {
  /** What the panel is about, for screen readers. */
  label: string
  children: ReactNode
  className?: string
}

/** With a trigger: `<PopoverFor><Button>…</Button><Popover label="…">…</Popover></PopoverFor>`; or `triggerRef` and `isOpen`. */
export function Popover({ label, children, className, ...props }: PopoverProps) {
  return (
    <AriaPopover offset={4} {...props} className="w-popover">
      <Dialog aria-label={label} className={classNames('w-popover-body', className)}>
        {children}
      </Dialog>
    </AriaPopover>
  )
}

export const PopoverFor = DialogTrigger
