/** The suggestion for this sentence: what, by which words, and the choice. Nothing is coded until it is accepted. */
import { Check, X } from 'lucide-react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Suggestion } from '../../../core/contract/suggest.ts'
import { Button } from '../../ui/Button.tsx'
import { FamilyMark } from '../../ui/Code.tsx'
import { Keys } from '../../ui/Keys.tsx'
import { choicesOf, reasonsOf, useMentioned } from '../data/suggestions.ts'

interface SuggestionCardProps {
  suggestion: Suggestion
  codes: readonly Code[]
  onAccept: (code: Code) => void
  /** Asks for a code that is not offered. */
  onChoose: () => void
  onReject: () => void
}

const MOST_CHOICES = 4
const MOST_REASONS = 5

export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion: sentence, codes, onAccept, onChoose, onReject } = props
  const suggestion = { ...sentence, codes: useMentioned(sentence) }
  const choices = choicesOf(suggestion, codes).slice(0, MOST_CHOICES)
  const words = [...new Set(reasonsOf(suggestion).map((reason) => reason.words))].slice(0, MOST_REASONS)
  return (
    <div className="suggestion">
      <p className="suggestion-what">
        <span className="suggestion-title">Suggested</span> {LABELS[suggestion.sentiment.label]}
        {suggestion.sentiment.level === 'hint' ? ', perhaps' : ''}
      </p>
      <p className="suggestion-why">
        by{' '}
        {words.map((word, at) => (
          <span key={word}>
            {at === 0 ? '' : ', '}
            <q>{word}</q>
          </span>
        ))}
      </p>
      <div className="suggestion-choices">
        {choices.map(({ code }, at) => (
          <Button
            key={code.id}
            className="suggestion-choice"
            icon={<FamilyMark family={code.family} code={code} />}
            onPress={() => onAccept(code)}
          >
            {code.name} {at === 0 ? <Keys keys="A" /> : <Check aria-hidden />}
          </Button>
        ))}
        <Button className="suggestion-choice" onPress={onChoose}>
          {choices.length === 0 ? 'Choose a code' : 'Another code'}{' '}
          {choices.length === 0 ? <Keys keys="A" /> : null}
        </Button>
        <Button look="quiet" className="suggestion-choice" icon={<X aria-hidden />} onPress={onReject}>
          Reject <Keys keys="X" />
        </Button>
      </div>
    </div>
  )
}

const LABELS = {
  negative: 'for the worse',
  positive: 'for the better',
  mixed: 'both ways',
  neutral: 'neither way',
} as const
