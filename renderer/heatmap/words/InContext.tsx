/** Each place where something is said, lined up on the words themselves. */
import { useState } from 'react'
import type { Scope } from '../../../core/contract/analysis.ts'
import type { Output } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import { formatRoute } from '../../app/routes.ts'
import { Answer } from '../../evidence/ViewFrame.tsx'
import { Button } from '../../ui/Button.tsx'

const PAGE = 100

type Line = Output<'rigour.wordInContext'>['lines'][number]

export function InContext({ phrase, scope }: { phrase: string; scope: Scope }) {
  const [offset, setOffset] = useState(0)
  const answer = useAsk('rigour.wordInContext', { phrase, scope, offset, limit: PAGE }, { keep: true })
  return (
    <Answer answer={answer} working="Looking through the transcripts">
      {({ total, lines }) => (
        <>
          <p className="words-total">
            {total === 1 ? '1 place' : `${total} places`} with “{phrase}”
          </p>
          <Lines lines={lines} />
          {total <= PAGE ? null : (
            <p className="words-pages">
              <Button isDisabled={offset === 0} onPress={() => setOffset(offset - PAGE)}>
                Earlier
              </Button>
              {offset + 1}–{Math.min(total, offset + PAGE)} of {total}
              <Button isDisabled={offset + PAGE >= total} onPress={() => setOffset(offset + PAGE)}>
                Later
              </Button>
            </p>
          )}
        </>
      )}
    </Answer>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <table className="words-context">
      <caption className="hidden-visually">In context</caption>
      <colgroup>
        <col className="words-col-who" />
        <col />
        <col className="words-col-found" />
        <col />
      </colgroup>
      <thead className="hidden-visually">
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Words before</th>
          <th scope="col">Found</th>
          <th scope="col">Words after</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ document, participantName, start, before, words, after }) => (
          <tr key={`${document}.${start}`}>
            <th scope="row">{participantName}</th>
            <td className="words-before">
              <span>{before}</span>
            </td>
            <td className="words-found">
              <a href={formatRoute({ room: 'code', path: [String(document)], query: { at: String(start) } })}>
                {words}
              </a>
            </td>
            <td className="words-after">
              <span>{after}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
