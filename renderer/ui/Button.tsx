/** Buttons. Every one has words: an IconButton carries them as its name and its tooltip. */
import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  ToggleButton as AriaToggleButton,
  type ButtonProps as AriaButtonProps,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Keys } from './Keys.tsx'
import { Hint, HintFor } from './Tooltip.tsx'
import './Button.css'

type Look = 'plain' | 'primary' | 'quiet' | 'danger'
type Plain<T> = Omit<T, 'className' | 'style' | 'children'> & { ref?: Ref<HTMLButtonElement> }

interface ButtonProps extends Plain<AriaButtonProps> {
  children: ReactNode
  /** `primary` at most once in view; `quiet` inside toolbars and rows. */
  look?: Look
  icon?: ReactNode
  className?: string
}

export function Button({ look = 'plain', icon, children, className, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classNames('w-button', className)} data-look={look}>
      {icon}
      {children}
    </AriaButton>
  )
}

interface IconButtonProps extends Plain<AriaButtonProps> {
  /** What it does, in words: the accessible name and the tooltip. */
  label: string
  icon: ReactNode
  /** Shown in the tooltip, as in `Mod+K`. */
  keys?: string | undefined
  className?: string
}

export function IconButton({ label, icon, keys, className, ...props }: IconButtonProps) {
  return (
    <HintFor>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames('w-button w-icon-button', className)}
        data-look="quiet"
      >
        {icon}
      </AriaButton>
      <Hint>
        {label} {keys === undefined ? null : <Keys keys={keys} />}
      </Hint>
    </HintFor>
  )
}

interface ToggleButtonProps extends Plain<AriaToggleButtonProps> {
  children: ReactNode
  icon?: ReactNode
  className?: string
}

/** A button that stays pressed; `aria-pressed` and a filled look say so. */
export function ToggleButton({ icon, children, className, ...props }: ToggleButtonProps) {
  return (
    <AriaToggleButton {...props} className={classNames('w-button', className)} data-look="quiet">
      {icon}
      {children}
    </AriaToggleButton>
  )
}
