/** The rooms of a study, always in view. */
import { ROOMS } from './rooms.ts'
import { formatRoute, ROOM_IDS, type RoomId } from './routes.ts'
import './Navigation.css'

export function Navigation({ current }: { current: RoomId }) {
  return (
    <nav className="nav" aria-label="Study">
      <ul>
        {ROOM_IDS.filter((id) => ROOMS[id].inNavigation).map((id) => (
          <li key={id}>
            <a
              href={formatRoute({ room: id })}
              className="nav-link"
              aria-current={id === current ? 'page' : undefined}
            >
              {ROOMS[id].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
