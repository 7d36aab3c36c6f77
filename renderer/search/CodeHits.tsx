/** Codes everything a search finds, in one step, with what it would do said first. */
import { useRef, useState } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import type { Find } from '../../core/contract/search.ts'
import type { Input } from '../../core/contract/index.ts'
import { useAsk, useDo } from '../data.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { CodePicker } from './CodePicker.tsx'
import { Snippet } from './FoundList.tsx'
import { counted } from './words.ts'

interface CodeHitsProps {
  find: Find
  isOpen: boolean
  onClose: () => void
}

type Coding = Input<'search.codeHits'>

const LEVELS = [
  { id: 'hit', label: 'The hit' },
  { id: 'sentence', label: 'Its sentence' },
  { id: 'turn', label: 'The whole turn' },
] as const

const INTENSITIES = [
  { id: 'none', label: 'None', value: null },
  { id: 'mild', label: 'Mild', value: 1 },
  { id: 'clear', label: 'Clear', value: 2 },
  { id: 'strong', label: 'Strong', value: 3 },
] as const

export function CodeHits({ find, isOpen, onClose }: CodeHitsProps) {
  return (
    <Dialog title="Code all hits" isOpen={isOpen} onClose={onClose}>
      <CodeHitsForm find={find} onClose={onClose} />
    </Dialog>
  )
}

function CodeHitsForm({ find, onClose }: Omit<CodeHitsProps, 'isOpen'>) {
  const { byId } = useCodes()
  const [chosen, setChosen] = useState<Code['id'][]>([])
  const [level, setLevel] = useState<Coding['level']>('sentence')
  const [strength, setStrength] = useState<(typeof INTENSITIES)[number]['id']>('none')
  const stop = useRef<AbortController | null>(null)
  const code = useDo('search.codeHits', { signal: () => (stop.current = new AbortController()).signal })
  const intensity = INTENSITIES.find(({ id }) => id === strength)?.value ?? null
  const isEmotion = (id: Code['id']) => byId.get(id)?.family === 'emotion'
  const coding: Coding = {
    find,
    level,
    codes: chosen.map((id) => ({ code: id, ...(isEmotion(id) ? { intensity } : {}) })),
  }
  const preview = useAsk('search.codePreview', coding, { enabled: chosen.length > 0, keep: true })
  const passages = chosen.length === 0 ? 0 : (preview.data?.passages ?? 0)
  return (
    <div className="search-form">
      <CodePicker label="Codes" chosen={chosen} onChange={setChosen} hasFocus />
      {chosen.some(isEmotion) ? (
        <Segments label="Intensity" options={INTENSITIES} value={strength} onChange={setStrength} />
      ) : null}
      <div className="search-level">
        <span className="w-label" aria-hidden>
          What is coded
        </span>
        <Segments label="What is coded" options={LEVELS} value={level} onChange={setLevel} />
      </div>
      {preview.error ? <p className="search-problem">{preview.error.message}</p> : null}
      {chosen.length === 0 || !preview.data ? (
        <p className="search-quiet">Choose a code to see what would be coded.</p>
      ) : (
        <Preview made={preview.data} />
      )}
      {code.isPending ? <ProgressBar label="Coding" onCancel={() => stop.current?.abort()} /> : null}
      <div className="search-form-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button
          look="primary"
          isDisabled={passages === 0 || code.isPending}
          onPress={() => code.mutate(coding, { onSuccess: onClose })}
        >
          {passages === 0 ? 'Code' : `Code ${counted(passages, 'passage')}`}
        </Button>
      </div>
    </div>
  )
}

/** A glimpse, to see whether the level is right. */
const SHOWN = 4

type Made = NonNullable<ReturnType<typeof useAsk<'search.codePreview'>>['data']>

function Preview({ made: { passages, documents, already, sample } }: { made: Made }) {
  return (
    <div className="search-preview">
      <p aria-live="polite">
        {counted(passages, 'passage')} in {counted(documents, 'transcript')}
        {already === 0 ? '.' : `; ${already} ${already === 1 ? 'carries' : 'carry'} this already.`}
      </p>
      <ul>
        {sample.slice(0, SHOWN).map((found) => (
          <li key={found.turn}>
            <span className="search-quiet">{found.documentName}</span> <Snippet found={found} />
          </li>
        ))}
      </ul>
    </div>
  )
}
