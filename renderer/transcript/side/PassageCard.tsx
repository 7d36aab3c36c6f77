/** One passage beside the text: its words, its codings, and what can be done to each. */
import { memo, useEffect, useRef } from 'react'
import { Flag, MessageSquareText, X } from 'lucide-react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import { Badge, familyName, FamilyMark, intensityName } from '../../ui/Code.tsx'
import { tone } from '../../ui/tones.ts'
import { jumpTo, type ReaderStore } from '../state.ts'
import { PassageMemos } from './PassageMemos.tsx'
import type { CodingActions, Intensity } from '../coding-actions.ts'

interface PassageCardProps {
  reader: ReaderStore
  passage: Passage
  quote: string
  isPinned: boolean
  codes: ReadonlyMap<Code['id'], Code>
  /** Named when several people code. */
  coder: string | undefined
  actions: CodingActions
}

export const PassageCard = memo(function PassageCard(props: PassageCardProps) {
  const { reader, passage, quote, isPinned, codes, coder, actions } = props
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isPinned) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isPinned])
  return (
    <li ref={card} className="passage" data-pinned={isPinned || undefined}>
      <button
        type="button"
        className="passage-quote"
        aria-pressed={isPinned}
        onClick={() => jumpTo(reader, passage)}
      >
        {shorten(quote)}
      </button>
      {coder === undefined && !passage.flagged && passage.memos === 0 ? null : (
        <p className="passage-facts">
          {coder === undefined ? null : <span>{coder}</span>}
          {passage.flagged ? (
            <span>
              <Flag aria-hidden /> second look
            </span>
          ) : null}
          {passage.memos === 0 ? null : (
            <span>
              <MessageSquareText aria-hidden /> {passage.memos} {passage.memos === 1 ? 'memo' : 'memos'}
            </span>
          )}
        </p>
      )}
      <ul>
        {passage.codings.map((coding) => {
          const code = codes.get(coding.code)
          return code === undefined ? null : (
            <CodingRow
              key={coding.id}
              coding={coding}
              code={code}
              actions={actions}
              onChange={() => {
                jumpTo(reader, passage)
                reader.set({
                  palette: { family: code.family, use: (next) => actions.exchange(coding, next) },
                })
              }}
            />
          )
        })}
      </ul>
      {isPinned && passage.memos > 0 ? <PassageMemos passage={passage.id} /> : null}
    </li>
  )
})

interface CodingRowProps {
  coding: Passage['codings'][number]
  code: Code
  actions: CodingActions
  /** Asks for the code it should be instead. */
  onChange: () => void
}

function CodingRow({ coding, code, actions, onChange }: CodingRowProps) {
  return (
    <li className="coding-line" {...tone(code)}>
      <FamilyMark family={code.family} code={code} />
      <span className="coding-code">
        <span className="hidden-visually">{familyName(code.family)}: </span>
        <button
          type="button"
          className="coding-name-button"
          title={`Change ${code.name} to another code`}
          onClick={onChange}
        >
          {code.name}
        </button>
        {coding.stale ? <Badge look="caution">definition changed</Badge> : null}
        {coding.origin === 'suggestion' ? <Badge>suggested</Badge> : null}
      </span>
      {code.family === 'emotion' ? <Strength coding={coding} actions={actions} /> : null}
      <button
        type="button"
        className="coding-stance"
        aria-label={`${code.name} is ${coding.stance}. Change to ${coding.stance === 'stated' ? 'implied' : 'stated'}`}
        data-stance={coding.stance}
        onClick={() => actions.toggleStance(coding)}
      >
        {coding.stance}
      </button>
      <button
        type="button"
        className="coding-remove"
        aria-label={`Remove ${code.name}`}
        title={`Remove ${code.name}`}
        onClick={() => actions.remove([coding])}
      >
        <X aria-hidden />
      </button>
    </li>
  )
}

const STRENGTHS: readonly Intensity[] = [1, 2, 3]

function Strength({ coding, actions }: Pick<CodingRowProps, 'coding' | 'actions'>) {
  return (
    <span className="strength" role="group" aria-label="Intensity">
      {STRENGTHS.map((value) => (
        <button
          key={value}
          type="button"
          className="strength-bar"
          aria-label={intensityName(value)}
          aria-pressed={coding.intensity === value}
          data-on={(coding.intensity ?? 0) >= value || undefined}
          onClick={() => actions.setIntensity(value, coding)}
        />
      ))}
    </span>
  )
}

const LONGEST_QUOTE = 140

/** The beginning and the end, so that long passages can be told apart. */
function shorten(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ')
  if (line.length <= LONGEST_QUOTE) return line
  const half = LONGEST_QUOTE / 2
  return `${line.slice(0, half).replace(/\s+\S*$/, '')} … ${line.slice(-half).replace(/^\S*\s+/, '')}`
}
