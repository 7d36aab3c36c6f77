/** The way back: where this is, each step a link. */
import { Breadcrumb, Breadcrumbs as AriaBreadcrumbs, Link } from 'react-aria-components'
import './Breadcrumbs.css'

export interface Crumb {
  title: string
  /** A route made with `formatRoute`; the last crumb has none. */
  href?: string
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Where this is">
      <AriaBreadcrumbs className="w-crumbs">
        {items.map((item) => (
          <Breadcrumb key={item.title} className="w-crumb">
            <Link {...(item.href === undefined ? {} : { href: item.href })}>{item.title}</Link>
          </Breadcrumb>
        ))}
      </AriaBreadcrumbs>
    </nav>
  )
}
