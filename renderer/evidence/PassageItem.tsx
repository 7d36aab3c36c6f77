/** One passage: who said it and when, the words, the codes, and a button that copies it with its source. */
import type { ReactNode } from 'react'
import { Copy } from 'lucide-react'
import type { PassageRow } from '../../core/contract/codings.ts'
import { announce } from '../ui/announce.ts'
import { IconButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { CodeChip } from '../ui/Code.tsx'
import { GridListItem } from '../ui/List.tsx'
import { citation, sourceOf } from './citation.ts'
import type { Codes } from './use-codes.ts'

interface PassageItemProps {
  id: number
  row: PassageRow
  codes: Codes
  isVisited: boolean
  canBeChosen?: boolean
  /** Buttons after the one that copies. */
  children?: ReactNode
}

export function PassageItem({ id, row, codes, isVisited, canBeChosen = false, children }: PassageItemProps) {
  const [who, ...where] = sourceOf(row)
  return (
    <GridListItem
      id={id}
      textValue={`${sourceOf(row).join(', ')}: ${row.quote}`}
      className="evidence-passage"
      {...(isVisited ? { ref: comeBackTo } : {})}
    >
      <div className="evidence-source">
        {canBeChosen ? (
          <Checkbox slot="selection">
            <span className="hidden-visually">Choose</span>
          </Checkbox>
        ) : null}
        <b>{who}</b>
        {where.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {isVisited ? <span className="evidence-visited">last opened</span> : null}
        <IconButton
          label="Copy the quote with its source"
          icon={<Copy aria-hidden />}
          onPress={() => void copyQuote(row)}
        />
        {children}
      </div>
      <blockquote className="evidence-quote">{row.quote}</blockquote>
      <div className="evidence-codes">
        {row.codes.map(({ id: code, intensity }) => {
          const known = codes.byId.get(code)
          return known === undefined ? null : <CodeChip key={code} code={known} intensity={intensity} />
        })}
      </div>
    </GridListItem>
  )
}

/** On the way back from the transcript, eye and keyboard find the passage they left. */
function comeBackTo(element: HTMLDivElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
  element?.focus({ preventScroll: true })
}

async function copyQuote(row: PassageRow): Promise<void> {
  try {
    await navigator.clipboard.writeText(citation(row))
    announce(`Copied the quote of ${sourceOf(row).join(', ')}`)
  } catch {
    announce('The quote could not be copied. Select the words and copy them instead.', { isError: true })
  }
}
