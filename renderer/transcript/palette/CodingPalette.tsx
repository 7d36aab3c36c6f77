/** The coding palette: type a few letters, Enter codes the selection and keeps it, so that the next code lands on the same words. */
import { useDeferredValue, useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'
import { Plus } from 'lucide-react'
import type { Code } from '../../../core/contract/codebook.ts'
import type { Family } from '../../../core/contract/common.ts'
import { familyName, FamilyMark } from '../../ui/Code.tsx'
import { focusFirst } from '../../ui/focus.ts'
import { Keys } from '../../ui/Keys.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { ToggleButton } from '../../ui/Button.tsx'
import { FAMILY_ORDER, isNamed, offersFor } from './rank.ts'
import './CodingPalette.css'

interface CodingPaletteProps {
  /** Where the selection is: the palette opens beside it. */
  beside: RefObject<HTMLElement | null>
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

const NEW = 'new'

export function CodingPalette({ beside, onClose, ...props }: CodingPaletteProps) {
  return (
    <Popover
      label="Code the selection"
      className="coding"
      triggerRef={beside}
      isOpen
      isNonModal
      onOpenChange={(open) => open || onClose()}
      placement="bottom start"
      offset={8}
    >
      <PaletteBody {...props} onClose={onClose} />
    </Popover>
  )
}

type Row = { id: string; code: Code | null }

function PaletteBody({
  family: asked,
  codes,
  recent,
  quick,
  applied,
  onCode,
  onNew,
  onIntensity,
  onQuick,
  onClose,
}: Omit<CodingPaletteProps, 'beside'>) {
  const [query, setQuery] = useState('')
  const [family, setFamily] = useState(asked)
  const [hasCoded, setCoded] = useState(false)
  const wanted = useDeferredValue(query)
  const sections = useMemo(() => {
    const found = offersFor(codes, { query: wanted, family, recent }).map(({ title, codes }) => ({
      id: title,
      title: title === 'Recent' ? 'Used lately' : familyName(title),
      rows: codes.map((code): Row => ({ id: `${title}:${code.id}`, code })),
    }))
    const name = wanted.trim()
    if (name === '' || isNamed(codes, name)) return found
    return [...found, { id: NEW, title: 'Not in the codebook', rows: [{ id: NEW, code: null }] }]
  }, [codes, wanted, family, recent])

  const apply = (row: Row) => {
    if (row.code === null) onNew(query.trim())
    else onCode(row.code)
    setQuery('')
    setFamily(null)
    setCoded(true)
  }

  const onKeyDownCapture = (event: KeyboardEvent) => {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (digit !== undefined && event.altKey) {
      const code = focusedCode(event.currentTarget, sections)
      if (code !== null) onQuick(Number(digit) - 1, code)
      event.preventDefault()
    } else if (query === '' && hasCoded && /^[123]$/.test(event.key)) {
      onIntensity(Number(event.key) as 1 | 2 | 3)
      event.preventDefault()
    } else if (event.key === 'Enter' && query === '' && focusedId(event.currentTarget) === null) {
      onClose()
      event.preventDefault()
    } else if (event.key === 'Escape') {
      onClose()
      event.preventDefault()
    } else return
    event.stopPropagation()
  }

  return (
    <div className="coding-body" onKeyDownCapture={onKeyDownCapture}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="coding-field" aria-label="Find a code">
          <Input ref={focusFirst} className="coding-input" placeholder={placeholderFor(family)} />
        </SearchField>
        <Families chosen={family} onChoose={setFamily} />
        <ListBox
          className="coding-list"
          aria-label="Codes"
          items={sections}
          selectionMode="none"
          dependencies={[applied, quick]}
          renderEmptyState={() => <p className="coding-none">Nothing matches.</p>}
        >
          {(section) => (
            <ListBoxSection className="w-menu-section">
              <Header className="w-menu-title">{section.title}</Header>
              <Collection items={section.rows} dependencies={[applied, quick]}>
                {(row) => (
                  <ListBoxItem
                    id={row.id}
                    textValue={row.code?.name ?? query}
                    className="w-menu-item coding-row"
                    onAction={() => apply(row)}
                  >
                    {row.code === null ? (
                      <>
                        <Plus aria-hidden />
                        <span className="coding-name">New theme “{query.trim()}”</span>
                      </>
                    ) : (
                      <Offered
                        code={row.code}
                        isApplied={applied.has(row.code.id)}
                        quick={quick.indexOf(row.code.id)}
                      />
                    )}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
      <footer className="coding-foot">
        <span>
          <Keys keys="Enter" /> code, stay
        </span>
        <span>
          <Keys keys="1" /> <Keys keys="2" /> <Keys keys="3" /> strength
        </span>
        <span>
          <Keys keys="Alt+1" /> make quick
        </span>
        <span>
          <Keys keys="Escape" /> done
        </span>
      </footer>
    </div>
  )
}

const placeholderFor = (family: Family | null): string =>
  family === null ? 'Find a code: name, other name, definition' : `Find a ${familyName(family).toLowerCase()}`

function Offered({ code, isApplied, quick }: { code: Code; isApplied: boolean; quick: number }) {
  return (
    <>
      <FamilyMark family={code.family} code={code} />
      <span className="coding-name">{code.name}</span>
      <span className="coding-more">{isApplied ? 'on these words' : code.definition}</span>
      {quick === -1 ? null : <Keys keys={`Alt+${quick + 1}`} />}
    </>
  )
}

function Families({
  chosen,
  onChoose,
}: {
  chosen: Family | null
  onChoose: (family: Family | null) => void
}) {
  return (
    <div className="coding-families" role="group" aria-label="Only one family">
      {FAMILY_ORDER.map((family) => (
        <ToggleButton
          key={family}
          className="coding-family"
          isSelected={chosen === family}
          onChange={(isOn) => onChoose(isOn ? family : null)}
          excludeFromTabOrder
          icon={<FamilyMark family={family} />}
        >
          {familyName(family)}
        </ToggleButton>
      ))}
    </div>
  )
}

const focusedId = (body: Element): string | null =>
  body.querySelector('[role=option][data-focused]')?.getAttribute('data-key') ?? null

function focusedCode(body: Element, sections: readonly { rows: readonly Row[] }[]): Code | null {
  const id = focusedId(body)
  return sections.flatMap(({ rows }) => rows).find((row) => row.id === id)?.code ?? null
}
