/** A sentence about how things stand, above the work it concerns: read-only, sealed, unfinished. */
import type { ReactNode } from 'react'
import { CircleAlert, Info } from 'lucide-react'
import './Banner.css'

interface BannerProps {
  look?: 'plain' | 'caution' | 'danger'
  children: ReactNode
  actions?: ReactNode
}

export function Banner({ look = 'plain', children, actions }: BannerProps) {
  const Icon = look === 'plain' ? Info : CircleAlert
  return (
    <section className="w-banner" data-look={look} aria-label="Notice">
      <Icon aria-hidden />
      <p>{children}</p>
      {actions}
    </section>
  )
}
