/** Touchpoints in journey order, each with the people who spoke of it and those it frustrated. */
import { Header, ListBoxSection } from 'react-aria-components'
import { Counted } from '../evidence/Counted.tsx'
import { DEFINITIONS } from '../evidence/frustration.ts'
import { Switch } from '../ui/Choice.tsx'
import { ListBox, ListBoxItem } from '../ui/List.tsx'
import { Select } from '../ui/Select.tsx'
import type { SummaryView } from './settings.ts'
import type { TouchpointRow, TouchpointRows } from './use-touchpoints.ts'

interface TouchpointListProps {
  list: TouchpointRows
  view: SummaryView
  onChange: (next: Partial<SummaryView>) => void
  onChoose: (touchpoint: string) => void
}

export function TouchpointList({ list, view, onChange, onChoose }: TouchpointListProps) {
  const stages = [...Map.groupBy(list.rows, ({ journey, stage }) => `${journey}\n${stage}`).values()]
  return (
    <div className="summary-side">
      <div className="summary-scope">
        <Counted scope={view.scope} onChange={(scope) => onChange({ scope })} />
        <Select
          label="Frustration"
          hideLabel
          options={DEFINITIONS}
          value={view.frustration}
          onChange={(frustration) => onChange({ frustration })}
        />
        <Switch isSelected={view.all} onChange={(all) => onChange({ all })}>
          Touchpoints nobody mentioned
        </Switch>
      </div>
      <ListBox
        label="Touchpoints"
        className="summary-list"
        selectionMode="single"
        disallowEmptySelection
        selectionBehavior="replace"
        selectedKeys={view.touchpoint === null ? [] : [view.touchpoint]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys
          if (typeof key === 'string' && key !== view.touchpoint) onChoose(key)
        }}
      >
        {stages.map((rows, at) => (
          <ListBoxSection key={`${rows[0]?.journey}${rows[0]?.stage}`}>
            <Header className="summary-stage">
              {rows[0]?.journey === stages[at - 1]?.[0]?.journey ? null : <b>{rows[0]?.journey}</b>}
              {rows[0]?.stage}
            </Header>
            {rows.map((row) => (
              <Item key={row.id} row={row} isChosen={row.id === view.touchpoint} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
    </div>
  )
}

function Item({ row, isChosen }: { row: TouchpointRow; isChosen: boolean }) {
  return (
    <ListBoxItem
      id={row.id}
      textValue={row.name}
      className="summary-item"
      data-quiet={row.isQuiet || row.isSmall || undefined}
      {...(isChosen ? { ref: bringIntoView } : {})}
    >
      <span className="summary-item-name">{row.name}</span>
      <MiniBar row={row} />
      <span className="summary-item-n" aria-label={`${row.F} of ${row.E} frustrated`}>
        {row.isQuiet ? '' : row.isSmall ? `n=${row.E}` : `${row.F}/${row.E}`}
      </span>
    </ListBoxItem>
  )
}

function bringIntoView(element: Element | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

/** Of everyone counted: those who spoke of it, and inside that those it frustrated. */
function MiniBar({ row: { P, E, F, isSmall } }: { row: TouchpointRow }) {
  const of = (count: number) => `${P === 0 ? 0 : (100 * count) / P}%`
  return (
    <svg className="summary-mini" aria-hidden>
      <rect className="summary-mini-spoke" width={of(E)} height="100%" rx="1" />
      {isSmall ? null : <rect className="summary-mini-felt" width={of(F)} height="100%" rx="1" />}
    </svg>
  )
}
