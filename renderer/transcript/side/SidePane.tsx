/** Beside the text: what is on this turn or selection, and the codebook to code it with. */
import type { Passage } from '../../../core/contract/codings.ts'
import type { Codes } from '../data/codes.ts'
import type { Desk } from '../use-desk.ts'
import { CodebookPane } from './CodebookPane.tsx'
import { TurnPane } from './TurnPane.tsx'

interface SidePaneProps {
  desk: Desk
  codes: Codes
  coders: ReadonlyMap<Passage['coder'], string>
}

export function SidePane({ desk, codes, coders }: SidePaneProps) {
  const { reader, transcript, shown, actions } = desk
  return (
    <div className="side">
      <TurnPane
        reader={reader}
        transcript={transcript}
        passages={shown}
        codes={codes.byId}
        coders={coders}
        actions={actions}
      />
      <CodebookPane codes={codes.list} onCode={(code) => actions.code([{ code: code.id }])} />
    </div>
  )
}
