/** The page's place, kept in the address hash so that back, forward and links work. */
import { useMemo, useSyncExternalStore } from 'react'
import { formatRoute, parseRoute, type Route, type RouteParts } from './routes.ts'

/** Goes somewhere; a step that Back undoes. */
export function go(to: RouteParts): void {
  location.hash = formatRoute(to)
}

/** Changes the address without adding a step, for what follows the reader: scroll place, filters. */
export function replaceRoute(to: RouteParts): void {
  history.replaceState(history.state, '', formatRoute(to))
  dispatchEvent(new HashChangeEvent('hashchange'))
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(onHashChange, () => location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}

function onHashChange(listener: () => void) {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const back = (): void => history.back()
export const forward = (): void => history.forward()
