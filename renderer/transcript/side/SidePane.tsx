/** Beside the text: what is on this turn or selection, and the codebook to code it with. */
import { useCallback } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Passage } from '../../../core/contract/codings.ts'
import type { Codes } from '../data/codes.ts'
import type { Desk } from '../use-desk.ts'
import { spanOf } from '../../../core/text/selection.ts'
import { suggestionAt } from '../data/suggestions.ts'
import { useStore } from '../../ui/store.ts'
import { SuggestionCard } from '../suggest/SuggestionCard.tsx'
import type { Suggesting } from '../use-suggesting.ts'
import { CodebookPane } from './CodebookPane.tsx'
import { TurnPane } from './TurnPane.tsx'

interface SidePaneProps {
  desk: Desk
  codes: Codes
  coders: ReadonlyMap<Passage['coder'], string>
  suggesting: Suggesting
}

export function SidePane({ desk, codes, coders, suggesting }: SidePaneProps) {
  const { reader, transcript, coded, actions } = desk
  const { code } = actions
  const onCode = useCallback(({ id }: Code) => code([{ code: id }]), [code])
  return (
    <div className="side">
      <TurnPane
        reader={reader}
        transcript={transcript}
        coded={coded}
        codes={codes.byId}
        coders={coders}
        actions={actions}
        suggestion={<Suggested desk={desk} codes={codes} suggesting={suggesting} />}
      />
      <CodebookPane codes={codes.list} onCode={onCode} />
    </div>
  )
}

/** Follows the caret. */
function Suggested({ desk, codes, suggesting }: Omit<SidePaneProps, 'coders'>) {
  const selection = useStore(desk.reader, (state) => state.selection)
  const { list, isHeldBack } = desk.suggestions
  if (isHeldBack) return <p className="side-none">Suggestions wait until this transcript is complete.</p>
  const suggestion = suggestionAt(list, spanOf(selection))
  if (suggestion === undefined) return null
  return (
    <SuggestionCard
      suggestion={suggestion}
      codes={codes.list}
      onAccept={(code) => suggesting.accept(suggestion, code.id)}
      onChoose={() => suggesting.choose(desk.reader, suggestion)}
      onReject={() => suggesting.reject(suggestion)}
    />
  )
}
