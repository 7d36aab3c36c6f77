/** Two groups side by side: the same touchpoints, the difference with its interval, never a test. */
import { HeatmapSettings, type Scope } from '../../../core/contract/analysis.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Counted } from '../../evidence/Counted.tsx'
import type { DoorChoice } from '../../evidence/door.ts'
import { Evidence } from '../../evidence/Evidence.tsx'
import { DEFINITIONS } from '../../evidence/frustration.ts'
import { readSpotName, spotName } from '../../evidence/Matrix.tsx'
import { groupable, ROLES } from '../../evidence/people.ts'
import { readScope, withAttribute, writeScope, EVERYONE } from '../../evidence/scope-query.ts'
import { viewState, type ViewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { ROWS } from '../names.ts'
import { Differences } from './Differences.tsx'
import './compare.css'

/** In the address, each group's settings begin with its number. */
const GROUPS = ['1.', '2.'] as const

const { rows: Rows, frustration: Frustration } = HeatmapSettings.shape

export default function Compare({ route }: RoomProps) {
  const state = viewState(route)
  const { query, open, show } = state
  const [first = EVERYONE, second = EVERYONE] = GROUPS.map((group) => readScope(within(query, group)))
  const groups: Groups = {
    first: { name: nameOf(first), scope: first },
    second: { name: nameOf(second), scope: second },
  }
  const rows = Rows.safeParse(query['rows']).data ?? 'touchpoint'
  const frustration = Frustration.safeParse(query['frustration']).data ?? 'strict'
  const settings = { ...groups, rows, frustration }
  const answer = useAsk('mapping.compare', settings, { keep: true })
  const isSame = JSON.stringify(first) === JSON.stringify(second)

  const spot = readSpotName(open ?? '')
  const group = groups[spot.column === 'second' ? 'second' : 'first']
  const row = answer.data?.rows.find(({ id }) => id === spot.row)
  return (
    <ViewFrame
      room="heatmap"
      view="compare"
      table={isSame ? null : { view: 'compare', settings }}
      bar={<CompareBar state={state} groups={groups} rows={rows} frustration={frustration} />}
      onClose={() => show(null)}
      evidence={
        row === undefined ? null : (
          <Evidence
            key={open}
            title={`${row.name}: ${group.name}`}
            doors={doorsTo(row.id, HeatmapSettings.parse({ rows, frustration, scope: group.scope }))}
            place={state.place}
            onClose={() => show(null)}
            hasFocus
          />
        )
      }
    >
      <Answer answer={answer} working="Comparing">
        {(data) =>
          isSame ? (
            <EmptyState title="Two groups to compare">
              <p>
                Choose an attribute, or set up each group by itself: who is in it, which wave, which coder.
              </p>
            </EmptyState>
          ) : (
            <Differences
              names={{ first: groups.first.name, second: groups.second.name }}
              rows={data.rows}
              caption={data.caption}
              onOpen={(id, which) => show(spotName(id, which))}
            />
          )
        }
      </Answer>
    </ViewFrame>
  )
}

interface Group {
  name: string
  scope: Scope
}
interface Groups {
  first: Group
  second: Group
}

function doorsTo(row: string, settings: HeatmapSettings): DoorChoice[] {
  const figure = { kind: 'figure', settings, row, column: null } as const
  return [
    { id: 'F', label: 'Frustration', door: { ...figure, of: 'F' } },
    { id: 'E', label: 'Everything said', door: { ...figure, of: 'E' } },
  ]
}

interface CompareBarProps extends Pick<HeatmapSettings, 'rows' | 'frustration'> {
  state: ViewState
  groups: Groups
}

function CompareBar({ state, groups: { first, second }, rows, frustration }: CompareBarProps) {
  const { query, set } = state
  return (
    <>
      <GroupChoice state={state} by={attributeOf(first.scope, second.scope)} />
      <Counted scope={first.scope} onChange={(scope) => set(prefixed(query, '1.', scope))} />
      <span>and</span>
      <Counted scope={second.scope} onChange={(scope) => set(prefixed(query, '2.', scope))} />
      <Select label="Rows" options={ROWS} value={rows} onChange={(next) => set({ rows: next })} />
      <Select
        label="Frustration"
        options={DEFINITIONS}
        value={frustration}
        onChange={(next) => set({ frustration: next })}
      />
    </>
  )
}

/** One attribute, its two groups: the quick way to both scopes. */
function GroupChoice({ state, by }: { state: ViewState; by: string | null }) {
  const attributes = groupable(useAsk('participants.attributes', {}).data?.attributes ?? [])
  const choose = (id: string) => {
    const [one = '', two = ''] = attributes.find((attribute) => attribute.id === id)?.values ?? []
    state.set({
      ...prefixed(state.query, '1.', withAttribute(EVERYONE, id, [one])),
      ...prefixed(state.query, '2.', withAttribute(EVERYONE, id, [two])),
    })
  }
  return (
    <Select
      label="By"
      placeholder="Choose an attribute"
      options={attributes.map(({ id, name }) => ({ id, label: name }))}
      value={by}
      onChange={choose}
    />
  )
}

/** The attribute that tells the groups apart, when it is one. */
function attributeOf(first: Scope, second: Scope): string | null {
  const [id, ...others] = Object.keys(first.attributes ?? {})
  return id !== undefined && others.length === 0 && id in (second.attributes ?? {}) ? id : null
}

/** "Leaseholder, 25-34", or the role where nothing narrows it. */
function nameOf(scope: Scope): string {
  const values = Object.values(scope.attributes ?? {}).map((list) =>
    list.map((value) => value || 'not stated').join(' or '),
  )
  const parts = [...values, ...(scope.waves ?? []), ...(scope.complete ? ['complete only'] : [])]
  return parts.length > 0 ? parts.join(', ') : (ROLES.find(({ id }) => id === scope.role)?.label ?? '')
}

const within = (query: ViewState['query'], group: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) =>
      key.startsWith(group) ? [[key.slice(group.length), value]] : [],
    ),
  )

/** A group's scope for the address, with what it had before taken away. */
function prefixed(query: ViewState['query'], group: string, scope: Scope): Record<string, string | null> {
  const gone = Object.keys(query).filter((key) => key.startsWith(group))
  return {
    ...Object.fromEntries(gone.map((key) => [key, null])),
    ...Object.fromEntries(Object.entries(writeScope(scope)).map(([key, value]) => [group + key, value])),
  }
}
