/** Which addresses the window may show, load and leave for: compared by parsed parts, never by prefix. */

export const SCHEME = 'app'
const HOST = 'waymark'
export const HOME = `${SCHEME}://${HOST}/`

function parsed(address: string | undefined | null): URL | null {
  try {
    return address ? new URL(address) : null
  } catch {
    return null
  }
}

/** The origin of a private scheme is the string "null" in Node, so protocol and host are compared themselves. */
export function isOwn(address: string | undefined | null): boolean {
  const url = parsed(address)
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === '' &&
    url.port === ''
  )
}

/** The path of one of the page's own files; null for anything else. */
export function ownPath(address: string): string | null {
  const url = parsed(address)
  return url && isOwn(address) ? decodeURIComponent(url.pathname) : null
}

/** The window never leaves its page: only moves within it are let through. */
export const mayNavigate = (address: string): boolean => isOwn(address)

/** Everything the page may load. Data and blob addresses never leave the machine. */
export function mayRequest(address: string): boolean {
  const url = parsed(address)
  return (
    url !== null &&
    (isOwn(address) || url.protocol === 'data:' || url.protocol === `blob:` || url.protocol === 'devtools:')
  )
}

/** A message counts only from the top frame of our own page; without an address it is refused. */
export function maySend(frame: { url: string; parent: unknown } | null | undefined): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && isOwn(frame.url)
}
