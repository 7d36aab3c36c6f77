/** Picks the way to the core: the desktop's MessagePort where there is one, loopback HTTP in a browser tab. */
import { httpLink } from './links/http.ts'
import type { Link } from './links/link.ts'
import { portLink } from './links/port.ts'

const TOKEN_KEY = 'waymark.token'

/** The key to this session comes once in the address, then stays in this tab's own storage. */
function takeToken(): string {
  const match = /[#&]token=([\w-]+)/.exec(location.hash)
  if (match?.[1]) {
    sessionStorage.setItem(TOKEN_KEY, match[1])
    history.replaceState(null, '', location.pathname + location.search)
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? ''
}

/** The preload posts one port to the page as soon as the window asks; nothing else crosses. */
function desktopPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    window.addEventListener('message', function once(event) {
      const [port] = event.ports
      if (event.source !== window || event.data !== 'waymark-port' || !port) return
      window.removeEventListener('message', once)
      resolve(port)
    })
    window.postMessage('waymark-ready', location.origin === 'null' ? '*' : location.origin)
  })
}

export async function openLink(): Promise<Link> {
  if (location.protocol === 'app:') return portLink(await desktopPort())
  return httpLink('', takeToken())
}
