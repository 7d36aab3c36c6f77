/** A page back and forth, for what does not fit on one. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '../ui/Button.tsx'

interface PagerProps {
  offset: number
  total: number
  /** How many are on a page. */
  page: number
  onMove: (offset: number) => void
}

export function Pager({ offset, total, page, onMove }: PagerProps) {
  if (total <= page) return null
  const last = Math.min(offset + page, total)
  return (
    <nav className="search-pager" aria-label="Pages">
      <IconButton
        label="Page before"
        icon={<ChevronLeft aria-hidden />}
        isDisabled={offset === 0}
        onPress={() => onMove(Math.max(0, offset - page))}
      />
      <span>
        {offset + 1}–{last} of {total.toLocaleString('en-GB')}
      </span>
      <IconButton
        label="Page after"
        icon={<ChevronRight aria-hidden />}
        isDisabled={last >= total}
        onPress={() => onMove(offset + page)}
      />
    </nav>
  )
}
