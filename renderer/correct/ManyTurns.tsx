/** Several turns at once: another speaker, or no speech at all. */
import { Select } from '../ui/Select.tsx'
import type { Transcript } from './foresee.ts'
import { SpeakerChoice } from './SpeakerChoice.tsx'
import { TURN_KINDS } from './TurnEditor.tsx'
import type { Apply } from './use-correcting.ts'

interface ManyTurnsProps {
  transcript: Transcript
  turns: readonly Transcript['turns'][number][]
  apply: Apply
  isBusy: boolean
}

export function ManyTurns({ transcript, turns, apply, isBusy }: ManyTurnsProps) {
  const ids = turns.map(({ id }) => id)
  const speakers = new Set(turns.map(({ speaker }) => speaker))
  const kinds = new Set(turns.map(({ kind }) => kind))
  const [speaker] = speakers
  const [kind] = kinds
  return (
    <section className="correct-editor">
      <h2>{turns.length} turns</h2>
      <div className="correct-fields">
        <SpeakerChoice
          label="Speaker of all of them"
          transcript={transcript}
          value={speakers.size === 1 ? speaker : undefined}
          isDisabled={isBusy}
          onChange={(next) => apply({ edit: 'speaker', turns: ids, speaker: next })}
        />
        <Select
          label="What they are"
          options={TURN_KINDS}
          value={kinds.size === 1 && kind !== undefined ? kind : null}
          isDisabled={isBusy}
          onChange={(next) => apply({ edit: 'kind', turns: ids, kind: next })}
        />
      </div>
      <p className="correct-quiet">Words stay as they are, so every passage stays where it is.</p>
    </section>
  )
}
