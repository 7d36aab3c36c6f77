/** The first turns as they will read. A line that is no speech can be said to be none. */
import { useState } from 'react'
import type { Preview } from '../../core/contract/importing.ts'
import { useSession } from '../data.ts'
import { TurnFace } from '../documents/TurnFace.tsx'
import { announce } from '../ui/announce.ts'
import { Button, ToggleButton } from '../ui/Button.tsx'
import { GridList, GridListItem } from '../ui/List.tsx'
import { speakersNow, labelNow, type SpeakerNow, type PartProps } from './choices.ts'
import { problemOf } from './bytes.ts'
import { counted, figure } from './words.ts'
import './import.css'
import './TurnsPane.css'

type Turn = Preview['sample'][number]
const PAGE = 200

export function TurnsPane({ preview, choices, onChoose }: PartProps) {
  const { turns, total, isLoading, more } = useTurns(preview)
  const speakers = new Map(speakersNow(preview, choices).map((speaker) => [speaker.label, speaker]))
  const silent = new Set(choices.notSpeech)
  const toggle = (turn: number) =>
    onChoose({
      notSpeech: silent.has(turn)
        ? choices.notSpeech.filter((other) => other !== turn)
        : [...choices.notSpeech, turn],
    })
  const left = total - turns.length
  return (
    <div className="import-turns">
      <header className="import-turns-head">
        <h2>{left > 0 ? 'First turns' : 'All turns'}</h2>
        <span className="import-quiet">
          {left > 0 ? `${figure(turns.length)} of ${figure(total)}` : figure(total)}
          {silent.size === 0 ? '' : ` · ${counted(silent.size, 'line')} marked as no speech`}
        </span>
      </header>
      <GridList label="Turns" className="import-turn-list" items={turns} dependencies={[speakers, silent]}>
        {(turn) => {
          const label = turn.speaker === null ? null : labelNow(turn.speaker, choices)
          return (
            <TurnRow
              turn={turn}
              speaker={label === null ? null : (speakers.get(label) ?? null)}
              isSilent={silent.has(turn.turn)}
              onToggle={preview.documents > 1 ? null : () => toggle(turn.turn)}
            />
          )
        }}
      </GridList>
      {left > 0 ? (
        <Button className="import-turns-more" isDisabled={isLoading} onPress={more}>
          Show {figure(Math.min(PAGE, left))} more
        </Button>
      ) : null}
    </div>
  )
}

interface TurnRowProps {
  turn: Turn
  speaker: SpeakerNow | null
  isSilent: boolean
  onToggle: (() => void) | null
}

function TurnRow({ turn, speaker, isSilent, onToggle }: TurnRowProps) {
  const isSpeech = turn.kind === 'speech' && !isSilent
  const name = isSpeech ? (speaker?.name ?? turn.speaker ?? '') : ''
  return (
    <GridListItem
      id={turn.turn}
      textValue={`${name} ${turn.text.slice(0, 80)}`}
      className="turn-face import-turn"
      data-kind={isSpeech ? 'speech' : turn.kind === 'heading' ? 'heading' : 'event'}
      data-role={speaker?.role ?? 'unknown'}
    >
      <TurnFace name={name} at={turn.at} words={turn.text} />
      {onToggle === null || (turn.kind !== 'speech' && !isSilent) ? null : (
        <ToggleButton
          slot={null}
          className="import-small import-mark"
          isSelected={isSilent}
          onChange={onToggle}
        >
          Not speech
        </ToggleButton>
      )}
    </GridListItem>
  )
}

/** The turns read so far; the preview brings the first, the core has the rest. */
function useTurns(preview: Preview) {
  const { link } = useSession()
  const [turns, setTurns] = useState<readonly Turn[]>(preview.sample)
  const [isLoading, setLoading] = useState(false)
  const total = preview.turns + preview.events
  const more = async () => {
    setLoading(true)
    try {
      const page = await link.call('importing.turns', {
        staged: preview.staged,
        from: turns.length,
        limit: PAGE,
      })
      setTurns([...turns, ...page.turns])
    } catch (error) {
      announce(problemOf(error, 'The file').message, { isError: true })
    }
    setLoading(false)
  }
  return { turns, total, isLoading, more: () => void more() }
}
