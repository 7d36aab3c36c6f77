/** One turn in the list: who speaks, the words, how many passages lie in it. */
import { TurnFace } from '../documents/TurnFace.tsx'
import { GridListItem } from '../ui/List.tsx'
import type { Transcript } from './foresee.ts'

interface TurnItemProps {
  turn: Transcript['turns'][number]
  words: string
  speaker: Transcript['speakers'][number] | null
  passages: number
  /** Where the list begins. */
  onShown?: (element: HTMLElement | null) => void
}

export function TurnItem({ turn, words, speaker, passages, onShown }: TurnItemProps) {
  return (
    <GridListItem
      id={turn.id}
      textValue={`${speaker?.label ?? ''} ${words.slice(0, 80)}`}
      className="turn-face correct-turn"
      data-kind={turn.kind}
      data-role={speaker?.role ?? 'unknown'}
      {...(onShown === undefined ? {} : { ref: onShown })}
    >
      <TurnFace name={speaker?.label ?? ''} at={turn.at} words={words} />
      <span className="correct-turn-passages">
        {passages === 0 ? null : (
          <>
            {passages} <span className="hidden-visually">passages</span>
          </>
        )}
      </span>
    </GridListItem>
  )
}
