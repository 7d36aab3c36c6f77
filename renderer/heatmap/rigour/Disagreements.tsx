/** Where coders differ on a code: sentences or turns that some coded with it and some did not. */
import { X } from 'lucide-react'
import { useAsk } from '../../data.ts'
import { formatRoute } from '../../app/routes.ts'
import { Answer } from '../../evidence/ViewFrame.tsx'
import { IconButton } from '../../ui/Button.tsx'

/** What coders are compared by. */
export type Unit = 'sentence' | 'turn'

interface DisagreementsProps {
  code: string
  name: string
  unit: Unit
  onClose: () => void
}

const MOST = 200

export function Disagreements({ code, name, unit, onClose }: DisagreementsProps) {
  const answer = useAsk(
    'rigour.disagreements',
    { code, unit, scope: { role: 'any' }, limit: MOST },
    { keep: true },
  )
  return (
    <section className="evidence" aria-label={`Where coders differ on ${name}`}>
      <header className="evidence-head">
        <h3>Where coders differ on {name}</h3>
        <IconButton label="Close" keys="Escape" icon={<X aria-hidden />} onPress={onClose} />
      </header>
      <Answer answer={answer} working="Finding the places">
        {({ total, places }) => (
          <>
            <p className="evidence-note">{total === 0 ? 'Nowhere.' : `${total} places`}</p>
            <ul className="rigour-places">
              {places.map(({ document, documentName, start, text, used, notUsed }) => (
                <li key={`${document}.${start}`}>
                  <blockquote className="evidence-quote">{text}</blockquote>
                  <p className="rigour-note">
                    <a
                      href={formatRoute({
                        room: 'code',
                        path: [String(document)],
                        query: { at: String(start) },
                      })}
                    >
                      {documentName}
                    </a>{' '}
                    used by {used.join(', ')}, not by {notUsed.join(', ')}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  )
}
