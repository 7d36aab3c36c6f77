/** Two versions of some words as one text: what goes struck out, what comes underlined. */
import { pieces } from './align.ts'

export function Difference({ before, after }: { before: string; after: string }) {
  return (
    <span className="correct-difference">
      {pieces(before, after).map(({ text, from, side }) => {
        const key = `${side} ${from}`
        if (side === 'both') return <span key={key}>{text}</span>
        return side === 'before' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>
      })}
    </span>
  )
}
