/** Where in Waymark a link leads: `#/code/12?turn=4` ⇄ `{ room: 'code', path: ['12'], query: { turn: '4' } }`. */

/** Every room, in the order of the navigation. */
export const ROOM_IDS = [
  'projects',
  'code',
  'map',
  'heatmap',
  'touchpoints',
  'participants',
  'codebook',
  'memos',
  'history',
  'search',
  'import',
] as const

export type RoomId = (typeof ROOM_IDS)[number]

export interface Route {
  room: RoomId
  /** What follows the room, decoded: `['12']`. */
  path: readonly string[]
  query: Readonly<Record<string, string>>
}

/** What a room's page is given. */
export interface RoomProps {
  route: Route
}

export type RouteParts = { room: RoomId } & Partial<Omit<Route, 'room'>>

const HOME: RoomId = 'code'

/** Reads a hash; anything that is not a room leads home. */
export function parseRoute(hash: string): Route {
  const [before = '', after = ''] = split(hash.replace(/^#?\/?/, ''), '?')
  const [name = '', ...path] = before.split('/').filter(Boolean).map(decode)
  const room = ROOM_IDS.find((id) => id === name)
  if (room === undefined) return { room: HOME, path: [], query: {} }
  return { room, path, query: Object.fromEntries(new URLSearchParams(after)) }
}

/** Writes a hash, for `href` and `location.hash`. */
export function formatRoute({ room, path = [], query = {} }: RouteParts): string {
  const tail = path.map((part) => `/${encodeURIComponent(part)}`).join('')
  const search = new URLSearchParams(query).toString()
  return `#/${room}${tail}${search === '' ? '' : `?${search}`}`
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at)
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)]
}

/** A link cut short in an email may end in half an escape: take it as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
