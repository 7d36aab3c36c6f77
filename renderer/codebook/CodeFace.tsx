/** What a row of the tree shows: the mark, the short id of touchpoints, the name, what is special, the codings. */
import { GripVertical } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { Badge, FamilyMark } from '../ui/Code.tsx'
import type { CodebookNode } from './tree.ts'
import { codingsInWords, familyTitle } from './words.ts'

interface CodeFaceProps {
  node: CodebookNode
  /** Codings under an older definition. */
  older: number
}

export function CodeFace({ node: { code, family, total }, older }: CodeFaceProps) {
  const name = code?.name ?? familyTitle(family)
  return (
    <>
      <FamilyMark family={family} {...(code === null ? {} : { code })} />
      {code?.family === 'touchpoint' ? <span className="codebook-key">{code.code}</span> : null}
      <span className="codebook-name" data-level={code?.level ?? undefined}>
        {name}
      </span>
      {code?.archived ? <Badge>archived</Badge> : null}
      {older > 0 ? <Badge look="caution">{older} older</Badge> : null}
      <span className="codebook-count" data-none={total === 0 || undefined}>
        <span aria-hidden>{total}</span>
        <span className="hidden-visually">{codingsInWords(total)}</span>
      </span>
      <AriaButton slot="drag" className="codebook-grip" aria-label={`Move ${name}`}>
        <GripVertical aria-hidden />
      </AriaButton>
    </>
  )
}
