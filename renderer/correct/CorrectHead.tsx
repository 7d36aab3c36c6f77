/** Which transcript is being corrected, the other ways to correct it, and the way back. */
import type { ReactNode } from 'react'
import type { DocumentRow } from '../../core/contract/documents.ts'
import { formatRoute } from '../app/routes.ts'
import { useAsk } from '../data.ts'
import { counted } from '../import/words.ts'
import { Breadcrumbs } from '../ui/Breadcrumbs.tsx'
import { correctHref, replaceHref, unplacedHref } from './links.ts'

interface CorrectHeadProps {
  row: DocumentRow
  /** Which of the ways this is. */
  at: 'words' | 'file'
  title: string
  children: ReactNode
}

export function CorrectHead({ row, at, title, children }: CorrectHeadProps) {
  const { document, name } = row
  const unplaced = useAsk('importing.unplaced', { document }).data?.unplaced.length ?? 0
  return (
    <header className="correct-head">
      <Breadcrumbs
        items={[
          { title: 'Code', href: formatRoute({ room: 'code' }) },
          { title: name, href: formatRoute({ room: 'code', path: [String(document)] }) },
          { title: 'Corrections' },
        ]}
      />
      <h2>{title}</h2>
      <p>{children}</p>
      <nav className="correct-tasks" aria-label="Ways to correct this transcript">
        <a href={correctHref(document)} {...current(at === 'words')}>
          Words and speakers
        </a>
        <a href={replaceHref(document)} {...current(at === 'file')}>
          Replace the file
        </a>
        {unplaced === 0 ? null : (
          <a className="correct-unplaced" href={unplacedHref(document)}>
            {counted(unplaced, 'passage')} to place
          </a>
        )}
      </nav>
    </header>
  )
}

const current = (isHere: boolean) => (isHere ? { 'aria-current': 'page' as const } : {})
