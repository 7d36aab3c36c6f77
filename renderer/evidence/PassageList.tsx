/** Passages to read, open and choose from, a page at a time. */
import type { ReactNode } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { PassageRow } from '../../core/contract/codings.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { GridList } from '../ui/List.tsx'
import { PassageItem } from './PassageItem.tsx'
import type { EvidencePlace } from './place.ts'
import { useCodes } from './use-codes.ts'
import './evidence.css'

/** Passages on a page. */
export const PAGE = 50

interface PassageListProps {
  label: string
  /** Those of this page. */
  passages: readonly PassageRow[]
  total: number
  offset: number
  onOffset: (offset: number) => void
  place: EvidencePlace
  /** Passages can be ticked; a click then ticks, and Enter still opens. */
  choice?: { chosen: ReadonlySet<number>; onChoose: (passages: ReadonlySet<number>) => void }
  /** Buttons of a row's own. */
  renderActions?: (row: PassageRow) => ReactNode
}

export function PassageList(props: PassageListProps) {
  const { label, passages, total, offset, onOffset, place, choice, renderActions } = props
  const codes = useCodes()
  if (total === 0) return <p className="evidence-note">No passages.</p>
  return (
    <>
      <GridList
        label={label}
        className="evidence-list"
        items={passages}
        dependencies={[codes, place.passage, choice !== undefined, renderActions]}
        onAction={(key) => {
          const passage = passages.find((row) => row.passage === key)
          if (passage !== undefined) place.visit(passage)
        }}
        {...(choice === undefined
          ? {}
          : {
              selectionMode: 'multiple' as const,
              selectedKeys: choice.chosen,
              onSelectionChange: (keys) =>
                choice.onChoose(
                  new Set(keys === 'all' ? passages.map(({ passage }) => passage) : [...keys].map(Number)),
                ),
            })}
      >
        {(row) => (
          <PassageItem
            key={row.passage}
            id={row.passage}
            row={row}
            codes={codes}
            isVisited={row.passage === place.passage}
            canBeChosen={choice !== undefined}
          >
            {renderActions?.(row)}
          </PassageItem>
        )}
      </GridList>
      {total > PAGE ? <Pager offset={offset} total={total} onMove={onOffset} /> : null}
    </>
  )
}

interface PagerProps {
  offset: number
  total: number
  onMove: (offset: number) => void
}

function Pager({ offset, total, onMove }: PagerProps) {
  const last = Math.min(offset + PAGE, total)
  return (
    <nav className="evidence-pager" aria-label="Pages of passages">
      <IconButton
        label="Earlier passages"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={offset === 0}
        onPress={() => onMove(offset - PAGE)}
      />
      <span>
        {offset + 1}–{last} of {total}
      </span>
      <Button look="quiet" isDisabled={last >= total} onPress={() => onMove(offset + PAGE)}>
        Next {Math.min(PAGE, total - last) || ''} <ChevronRight aria-hidden />
      </Button>
    </nav>
  )
}
