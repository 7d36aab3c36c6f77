/** The addresses of pages on their way to paper: each is served from memory, to its own hidden window. */
import { SCHEME } from './addresses.ts'

/** Another host than the page's own, so that nothing said from here is ever taken for the page. */
const HOST = 'paper'

export const paperAddress = (id: number): string => `${SCHEME}://${HOST}/${id}`

/** A hidden window loads its one page and nothing beside it: no picture, no font, no network. */
export const mayPrint = (address: string, pages: ReadonlyMap<string, string>): boolean => pages.has(address)

/** Even a browser that ran scripts would find none, and could fetch nothing. */
export const PAPER_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const

/** What a hidden window may do: lay out a page, and nothing else. */
export const PAPER_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  javascript: false,
  webgl: false,
  webviewTag: false,
  webSecurity: true,
  spellcheck: false,
} as const
