/** Turns with hits, by transcript, each in its context. Enter or a click opens the transcript there. */
import { Header, ListBoxSection } from 'react-aria-components'
import type { FoundTurn } from '../../core/contract/search.ts'
import { go } from '../app/router.ts'
import { clock } from '../evidence/citation.ts'
import { ListBox, ListBoxItem } from '../ui/List.tsx'
import { byDocument, hitsBeyond, piecesOf } from './find.ts'
import { counted } from './words.ts'

export const RESULTS_ID = 'search-results'

export function FoundList({ turns }: { turns: readonly FoundTurn[] }) {
  const open = (key: unknown) => {
    const found = turns.find(({ turn }) => turn === key)
    if (!found) return
    const at = found.hits[0]?.start ?? found.start
    go({ room: 'code', path: [String(found.document)], query: { at: String(at) } })
  }
  return (
    <div id={RESULTS_ID} className="search-scroll">
      <ListBox label="Turns with hits" className="search-list" onAction={open}>
        {byDocument(turns).map(({ document, name, turns: own }) => (
          <ListBoxSection key={document}>
            <Header className="search-document">
              {name} <span className="search-quiet">{counted(own.length, 'turn')}</span>
            </Header>
            {own.map((found) => (
              <FoundLine key={found.turn} found={found} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  )
}

function FoundLine({ found }: { found: FoundTurn }) {
  const { turn, speaker, role, at, snippet } = found
  const beyond = hitsBeyond(found)
  return (
    <ListBoxItem id={turn} textValue={`${speaker ?? 'No speaker'}: ${snippet.text}`} className="search-line">
      <span className="search-who" data-role={role ?? undefined}>
        {speaker ?? '–'}
      </span>
      <Snippet found={found} />
      <span className="search-quiet search-when">
        {beyond === 0 ? null : `${beyond} more`} {at === null ? null : clock(at)}
      </span>
    </ListBoxItem>
  )
}

/** The words around the first hit, with the hits marked, and dots where the turn goes on. */
export function Snippet({ found }: { found: FoundTurn }) {
  const { snippet, start, end } = found
  const isFromStart = snippet.start <= start
  const isToEnd = snippet.start + snippet.text.length >= end
  return (
    <span className="search-snippet">
      {isFromStart ? null : '… '}
      {piecesOf(found).map(({ start, text, isHit }) =>
        isHit ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>,
      )}
      {isToEnd ? null : ' …'}
    </span>
  )
}
