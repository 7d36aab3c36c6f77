/** Nothing here yet: say so plainly and show the next step. */
import type { ReactNode } from 'react'
import './EmptyState.css'

interface EmptyStateProps {
  title: string
  /** One or two sentences: why it is empty and what to do. */
  children?: ReactNode
  /** The next step, as buttons or links. */
  actions?: ReactNode
  /** A quiet drawing above the words. */
  picture?: ReactNode
}

export function EmptyState({ title, children, actions, picture }: EmptyStateProps) {
  return (
    <section className="w-empty">
      {picture}
      <h2>{title}</h2>
      {children === undefined ? null : <div className="w-empty-words">{children}</div>}
      {actions === undefined ? null : <div className="w-empty-actions">{actions}</div>}
    </section>
  )
}
