/** The transcript for paper: words on the left, codes in the margin, numbers joining the two, so that it reads without colour. */
import { useMemo } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { DocumentRow } from '../../../core/contract/documents.ts'
import { Button } from '../../ui/Button.tsx'
import { FamilyMark, intensityName } from '../../ui/Code.tsx'
import { useStore } from '../../ui/store.ts'
import { tone } from '../../ui/tones.ts'
import { lookOf } from '../data/looks.ts'
import { clockOf } from '../reader/clock.ts'
import type { Desk } from '../use-desk.ts'
import { printRows, type PrintPiece, type PrintRow } from './print-rows.ts'
import './print.css'

interface PrintViewProps {
  desk: Desk
  row: DocumentRow | undefined
  codes: ReadonlyMap<Code['id'], Code>
  onClose: () => void
}

export function PrintView({ desk: { transcript, coded }, row, codes, onClose }: PrintViewProps) {
  const { passages, shown, chunks } = useStore(coded)
  const rows = useMemo(() => printRows(chunks, shown), [chunks, shown])
  return (
    <div className="print">
      <div className="print-bar">
        <Button look="primary" onPress={() => print()}>
          Print
        </Button>
        <Button onPress={onClose}>Back to coding</Button>
      </div>
      <article className="print-page">
        <h2>{transcript.name}</h2>
        <p className="print-facts">
          {[transcript.kind, transcript.date, row && `${row.words} words`, `${shown.length} passages`]
            .filter(Boolean)
            .join(' · ')}
          {shown.length < passages.length ? ` of ${passages.length}; the others are filtered out` : ''}
        </p>
        {rows.map((one) => (
          <PrintTurn key={one.view.index} row={one} codes={codes} />
        ))}
      </article>
    </div>
  )
}

function PrintTurn({ row, codes }: { row: PrintRow; codes: PrintViewProps['codes'] }) {
  const { turn, speaker } = row.view
  return (
    <section className="print-turn" data-role={speaker?.role} data-kind={turn.kind}>
      <p className="print-head">
        {speaker?.label}
        {turn.at === null ? null : <time>{clockOf(turn.at)}</time>}
      </p>
      <p className="print-words">
        {row.pieces.map((piece) => (
          <Piece key={piece.start} piece={piece} codes={codes} />
        ))}
      </p>
      <ul className="print-notes">
        {row.notes.map(({ number, passage }) => (
          <li key={passage.id}>
            <span className="print-number">{number}</span>
            {passage.codings.map((coding) => {
              const code = codes.get(coding.code)
              return code === undefined ? null : (
                <span key={coding.id} className="print-code">
                  <FamilyMark family={code.family} code={code} />
                  {code.name}
                  {coding.intensity === null ? '' : `, ${intensityName(coding.intensity)}`}
                  {coding.stance === 'implied' ? ' (implied)' : ''}
                </span>
              )
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Piece({ piece, codes }: { piece: PrintPiece; codes: PrintViewProps['codes'] }) {
  const look = lookOf(piece.passages, codes)
  if (look === null) return piece.text
  return (
    <>
      <span className="print-coded" {...tone(look.fill)}>
        {piece.text}
      </span>
      {piece.closes.map((number) => (
        <sup key={number}>{number}</sup>
      ))}
    </>
  )
}
