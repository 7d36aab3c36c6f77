/** Several codes chosen in the tree: what they are, and making one of them. */
import { Merge } from 'lucide-react'
import type { Code } from '../../core/contract/codebook.ts'
import { useRun } from '../app/place.ts'
import { Button } from '../ui/Button.tsx'
import { FamilyMark } from '../ui/Code.tsx'
import { Keys } from '../ui/Keys.tsx'
import { areSameKind, kindsInWords } from './kinds.ts'
import { codingsInWords } from './words.ts'
import { HEADING_ID } from './use-naming.ts'

interface SeveralProps {
  codes: readonly Code[]
  onChoose: (code: Code['id']) => void
}

export function Several({ codes, onChoose }: SeveralProps) {
  const run = useRun()
  const canMerge = areSameKind(codes)
  return (
    <article className="codebook-detail" aria-labelledby={HEADING_ID}>
      <h2 id={HEADING_ID} tabIndex={-1}>
        {codes.length} codes chosen
      </h2>
      <ul className="codebook-several">
        {codes.map((code) => (
          <li key={code.id}>
            <FamilyMark family={code.family} code={code} />
            {code.family === 'touchpoint' ? <span className="codebook-key">{code.code}</span> : null}
            <button type="button" className="codebook-name codebook-link" onClick={() => onChoose(code.id)}>
              {code.name}
            </button>
            <span className="codebook-quiet">{codingsInWords(code.used)}</span>
          </li>
        ))}
      </ul>
      <div className="codebook-file">
        <Button
          look="primary"
          icon={<Merge aria-hidden />}
          isDisabled={!canMerge}
          onPress={() => run('codebook.merge')}
        >
          Merge into one <Keys keys="Alt+M" />
        </Button>
      </div>
      <p className="codebook-quiet">
        {canMerge
          ? 'Drag one of them to move them all. A click on a single code takes the choice back.'
          : `Only codes of one kind can become one. These are ${kindsInWords(codes)}.`}
      </p>
    </article>
  )
}
