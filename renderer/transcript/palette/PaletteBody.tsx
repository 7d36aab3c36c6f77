/**
 * Type a few letters; Enter codes the words and keeps them, so that the next code lands on the same passage. Enter in an
 * empty field is done. A combobox whose list stays open (ARIA Authoring Practices, combobox with listbox popup).
 */
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Family } from '../../../core/contract/common.ts'
import { familyName } from '../../ui/Code.tsx'
import { focusFirst } from '../../ui/focus.ts'
import { Families } from './Families.tsx'
import { Foot } from './Foot.tsx'
import { besideFamily, offersFor } from './rank.ts'
import { PaletteRow } from './PaletteRow.tsx'
import { sectionsOf, type Row } from './rows.ts'

export interface PaletteBodyProps {
  /** Open at this family; null for all. */
  family: Family | null
  codes: readonly Code[]
  recent: readonly Code['id'][]
  quick: readonly (Code['id'] | null)[]
  /** Codes already on these words. */
  applied: ReadonlySet<Code['id']>
  onCode: (code: Code) => void
  onNew: (name: string) => void
  onIntensity: (intensity: 1 | 2 | 3) => void
  onQuick: (at: number, code: Code) => void
  onClose: () => void
}

const DIGITS = { '1': 1, '2': 2, '3': 3 } as const
const isDigit = (key: string): key is keyof typeof DIGITS => key in DIGITS

export function PaletteBody(props: PaletteBodyProps) {
  const { codes, recent, quick, applied } = props
  const id = useId()
  const [query, setQuery] = useState('')
  const [family, setFamily] = useState(props.family)
  const [chosen, setChosen] = useState<number | null>(null)
  const [hasCoded, setCoded] = useState(false)
  const sections = useMemo(
    () => sectionsOf(offersFor(codes, { query, family, recent }), codes, query),
    [codes, query, family, recent],
  )
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections])
  // Something typed chooses its best match; an empty field chooses nothing, so that Enter is done.
  const at = chosen ?? (query.trim() === '' ? -1 : 0)
  const active = rows[at] ?? null
  const rowId = (row: Row) => `${id}-${row.key}`

  useEffect(() => {
    if (active !== null) document.getElementById(`${id}-${active.key}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const apply = (row: Row) => {
    if (row.code === null) props.onNew(query.trim())
    else props.onCode(row.code)
    setQuery('')
    setChosen(null)
    setFamily(null)
    setCoded(true)
  }
  const type = (words: string) => {
    setQuery(words)
    setChosen(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const slot = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined
    if (slot !== undefined && active?.code) props.onQuick(Number(slot) - 1, active.code)
    else if (query === '' && hasCoded && isDigit(event.key)) props.onIntensity(DIGITS[event.key])
    else if (event.key === 'Enter' && active !== null) apply(active)
    else if (event.key === 'Enter' || event.key === 'Escape') props.onClose()
    else if (event.key === 'Tab') setFamily(besideFamily(family, event.shiftKey ? -1 : 1))
    else if (event.key === 'ArrowDown') setChosen(Math.min(rows.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, at - 1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="coding-body">
      <input
        ref={focusFirst}
        className="coding-input"
        role="combobox"
        aria-label="Find a code"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active === null ? undefined : rowId(active)}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholderFor(family)}
        value={query}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Families chosen={family} onChoose={setFamily} />
      <div id={`${id}-list`} className="coding-list" role="listbox" aria-label="Codes">
        {sections.map((section) => (
          <div key={section.title} role="group" aria-label={section.title}>
            <div className="w-menu-title" aria-hidden>
              {section.title}
            </div>
            {section.rows.map((row) => (
              <PaletteRow
                key={row.key}
                id={rowId(row)}
                row={row}
                query={query}
                isActive={row === active}
                isApplied={row.code !== null && applied.has(row.code.id)}
                quick={row.code === null ? -1 : quick.indexOf(row.code.id)}
                onPress={apply}
              />
            ))}
          </div>
        ))}
        {rows.length === 0 ? <p className="coding-none">Nothing matches.</p> : null}
      </div>
      <Foot />
      <output className="hidden-visually">{countOf(rows.length)}</output>
    </div>
  )
}

const placeholderFor = (family: Family | null): string =>
  family === null ? 'Find a code by name or meaning' : `Find by name or meaning: ${familyName(family)}`

const countOf = (count: number): string => `${count} ${count === 1 ? 'code' : 'codes'}`
