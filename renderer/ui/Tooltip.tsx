/** A tooltip: a few words, never the only place they are said. */
import type { ReactNode } from 'react'
import {
  Tooltip as AriaTooltip,
  TooltipTrigger,
  type TooltipTriggerComponentProps,
} from 'react-aria-components'
import './Tooltip.css'

/** Wraps a focusable primitive and a `<Hint>`. */
export function HintFor(props: TooltipTriggerComponentProps) {
  return <TooltipTrigger delay={500} closeDelay={0} {...props} />
}

export function Hint({ children }: { children: ReactNode }) {
  return (
    <AriaTooltip className="w-hint" offset={6}>
      {children}
    </AriaTooltip>
  )
}
