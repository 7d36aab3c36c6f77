/** How often words are said, and every place they are said with the words around them. */
import { useState } from 'react'
import type { Scope } from '../../../core/contract/analysis.ts'
import type { Input } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Bars } from '../../evidence/Bars.tsx'
import { Counted } from '../../evidence/Counted.tsx'
import { useCodes } from '../../evidence/use-codes.ts'
import type { FurtherTable } from '../../evidence/SaveTable.tsx'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { SearchField } from '../../ui/Field.tsx'
import { ComboBox } from '../../ui/Select.tsx'
import { InContext } from './InContext.tsx'
import './words.css'

const EVERYWHERE = ''

export default function Words({ route }: RoomProps) {
  const { query, set, scope, setScope } = viewState(route)
  const codes = useCodes()
  const code = query['code'] ?? EVERYWHERE
  const phrase = query['phrase'] ?? ''
  const [typed, setTyped] = useState(phrase)
  const look = (words: string) => {
    setTyped(words)
    set({ phrase: words.trim() === '' ? null : words.trim() })
  }
  return (
    <ViewFrame
      room="heatmap"
      view="words"
      table={{ view: 'words', settings: wordsIn(scope, code) }}
      further={phrase === '' ? [] : [inContext(phrase, scope)]}
      bar={
        <>
          <Counted scope={scope} onChange={setScope} />
          <ComboBox
            label="Inside passages with"
            options={[
              { id: EVERYWHERE, label: 'Any or no code' },
              ...codes.inOrder
                .filter(({ used }) => used > 0)
                .map(({ code: id, name }) => ({ id, label: name })),
            ]}
            value={code}
            onChange={(next) => set({ code: next === EVERYWHERE ? null : next })}
          />
        </>
      }
    >
      <div className="words">
        <Counts scope={scope} code={code} onLook={look} />
        <section className="words-lines" aria-label="In context">
          <SearchField
            label="Word or phrase"
            value={typed}
            onChange={setTyped}
            onSubmit={look}
            onClear={() => look('')}
          />
          {phrase === '' ? (
            <p className="evidence-note">Choose a word, or type a word or phrase and press Enter.</p>
          ) : (
            <InContext key={phrase} phrase={phrase} scope={scope} />
          )}
        </section>
      </div>
    </ViewFrame>
  )
}

const wordsIn = (scope: Scope, code: string): Input<'rigour.words'> => ({
  scope,
  code: code === EVERYWHERE ? null : code,
  limit: 200,
})

const inContext = (phrase: string, scope: Scope): FurtherTable => ({
  name: `“${phrase}” in context, CSV`,
  about: 'Every place it is said, with the words around it',
  table: { view: 'context', settings: { phrase, scope } },
})

interface CountsProps {
  scope: Scope
  code: string
  onLook: (word: string) => void
}

function Counts({ scope, code, onLook }: CountsProps) {
  const answer = useAsk('rigour.words', wordsIn(scope, code), { keep: true })
  return (
    <section className="words-list" aria-label="Words by how often they are said">
      <Answer answer={answer} working="Counting words">
        {({ words }) => (
          <Bars
            label="Words by how often they are said"
            heading="Times"
            rows={words.map(({ word, count }) => ({ id: word, name: word, value: count }))}
            most={words[0]?.count ?? 1}
            onOpen={onLook}
          />
        )}
      </Answer>
    </section>
  )
}
