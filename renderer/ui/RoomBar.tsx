/** The bar above a room's list: what narrows it at the left, what is done with it at the right. */
import type { ReactNode } from 'react'
import './RoomBar.css'

export function RoomBar({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <header className="w-room-bar">
      {children}
      <span className="w-room-gap" />
      {actions}
    </header>
  )
}
