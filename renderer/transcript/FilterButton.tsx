/** Which codings are shown: families, one code, coders. The button says when something is hidden. */
import { useMemo, useState, type ReactNode } from 'react'
import { ListFilter } from 'lucide-react'
import type { Passage } from '../../core/contract/codings.ts'
import { useCommands } from '../app/registry.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { familyName, FamilyMark } from '../ui/Code.tsx'
import { Popover, PopoverFor } from '../ui/Popover.tsx'
import { ComboBox } from '../ui/Select.tsx'
import type { Codes } from './data/codes.ts'
import { isFiltering, SHOW_ALL, type Filter } from './data/filter.ts'
import { FAMILY_ORDER } from './palette/rank.ts'

interface FilterButtonProps {
  codes: Codes
  coders: ReadonlyMap<Passage['coder'], string>
  filter: Filter
  onFilter: (filter: Filter) => void
}

export function FilterButton({ codes, coders, filter, onFilter }: FilterButtonProps) {
  const [isOpen, setOpen] = useState(false)
  useCommands({ 'reading.shown': () => setOpen(true) })
  const isOn = isFiltering(filter)
  return (
    <PopoverFor isOpen={isOpen} onOpenChange={setOpen}>
      <Button look="quiet" icon={<ListFilter aria-hidden />} className="filter-button">
        {isOn ? 'Some codings hidden' : 'All codings'}
      </Button>
      <Popover label="Which codings are shown" className="filter">
        <Choices title="Families">
          {FAMILY_ORDER.map((family) => (
            <Checkbox
              key={family}
              isSelected={filter.families.includes(family)}
              onChange={() => onFilter({ ...filter, families: toggled(filter.families, family) })}
            >
              <FamilyMark family={family} /> {familyName(family)}
            </Checkbox>
          ))}
        </Choices>
        <OneCode codes={codes} filter={filter} onFilter={onFilter} />
        {coders.size < 2 ? null : (
          <Choices title="Coders">
            {[...coders].map(([id, name]) => (
              <Checkbox
                key={id}
                isSelected={filter.coders.includes(id)}
                onChange={() => onFilter({ ...filter, coders: toggled(filter.coders, id) })}
              >
                {name}
              </Checkbox>
            ))}
          </Choices>
        )}
        <Button isDisabled={!isOn} onPress={() => onFilter(SHOW_ALL)}>
          Show everything
        </Button>
      </Popover>
    </PopoverFor>
  )
}

function Choices({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="filter-choices">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

function OneCode({ codes, filter, onFilter }: Omit<FilterButtonProps, 'coders'>) {
  const options = useMemo(
    () =>
      codes.list
        .filter(({ archived }) => !archived)
        .map((code) => ({
          id: code.id as number,
          label: code.name,
          mark: <FamilyMark family={code.family} code={code} />,
        })),
    [codes],
  )
  return (
    <ComboBox
      label="One code or emotion"
      placeholder="Any"
      options={options}
      value={filter.codes[0] ?? null}
      onChange={(id) => {
        const code = codes.list.find((candidate) => candidate.id === id)
        if (code !== undefined) onFilter({ ...filter, codes: [code.id] })
      }}
    />
  )
}

const toggled = <T,>(list: readonly T[], item: T): T[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
