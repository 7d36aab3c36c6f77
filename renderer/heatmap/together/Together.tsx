/** Which codes appear together: on one passage, in overlapping passages, or anywhere for one person. */
import { useMemo } from 'react'
import { Family } from '../../../core/contract/common.ts'
import type { Input, Output } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Evidence } from '../../evidence/Evidence.tsx'
import { number } from '../../evidence/format.ts'
import { Matrix, readSpotName, spotName } from '../../evidence/Matrix.tsx'
import { useCodes, type Codes } from '../../evidence/use-codes.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { FamilyMark, familyName } from '../../ui/Code.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { heatStep } from './heat-step.ts'

type By = NonNullable<Input<'rigour.coOccurrence'>['by']>
type Table = Output<'rigour.coOccurrence'>

const WAYS: readonly { id: By; label: string; description: string }[] = [
  { id: 'passage', label: 'One passage', description: 'Both codes on the same passage' },
  { id: 'overlap', label: 'Overlapping', description: 'On passages that share words' },
  { id: 'participant', label: 'One person', description: 'Anywhere in what one person said' },
]
const FAMILIES = Family.options.map((id) => ({ id, label: `${familyName(id)}s` }))

export default function Together({ route }: RoomProps) {
  const { query, set, open, show, place } = viewState(route)
  const rows = Family.safeParse(query['rows']).data ?? 'touchpoint'
  const columns = Family.safeParse(query['columns']).data ?? 'reason'
  const by = WAYS.find(({ id }) => id === query['by'])?.id ?? 'passage'
  const settings = { rows, columns, by }
  const answer = useAsk('rigour.coOccurrence', settings, { keep: true })
  const codes = useCodes()
  const spot = readSpotName(open ?? '')
  const row = codes.byId.get(Number(spot.row))
  const column = codes.byId.get(Number(spot.column))
  return (
    <ViewFrame
      room="heatmap"
      view="together"
      table={{ view: 'together', settings }}
      bar={
        <>
          <Select label="Rows" options={FAMILIES} value={rows} onChange={(next) => set({ rows: next })} />
          <Select
            label="Columns"
            options={FAMILIES}
            value={columns}
            onChange={(next) => set({ columns: next })}
          />
          <Select label="Together on" options={WAYS} value={by} onChange={(next) => set({ by: next })} />
        </>
      }
      onClose={() => show(null)}
      evidence={
        open === null ? null : (
          <Evidence
            key={open}
            title={[row?.name, column?.name].filter((name) => name !== undefined).join(' × ')}
            doors={[{ id: 'P', label: 'Passages', door: { kind: 'query', query: bothCodes(spot, by) } }]}
            place={place}
            onClose={() => show(null)}
            hasFocus
          />
        )
      }
    >
      <Answer answer={answer} working="Counting codes that appear together">
        {(table) => (
          <Pairs
            table={table}
            codes={codes}
            open={open}
            onOpen={(one, other) => show(spotName(one, other))}
          />
        )}
      </Answer>
    </ViewFrame>
  )
}

/** Passages with the row's code that also have, or share words with one that has, the column's. */
function bothCodes(
  { row, column }: { row: string | null; column: string | null },
  by: By,
): Input<'search.retrieve'>['query'] {
  const [code, other] = [row, column].flatMap((id) => (id === null ? [] : [Number(id)]))
  if (code === undefined) return {}
  if (other === undefined) return { codes: [code], below: false }
  if (by === 'participant') return { codes: [code, other], below: false, sort: 'participant' }
  return {
    codes: [code],
    below: false,
    and: [{ relation: by === 'passage' ? 'with' : 'overlapping', codes: [other] }],
  }
}

interface PairsProps {
  table: Table
  codes: Codes
  open: string | null
  onOpen: (row: string | null, column: string | null) => void
}

function Pairs({ table, codes, open, onOpen }: PairsProps) {
  const pairs = useMemo(
    () => new Map(table.pairs.map((pair) => [spotName(String(pair.row), String(pair.column)), pair])),
    [table],
  )
  const most = Math.max(1, ...table.pairs.map(({ together }) => together))
  const used = (side: 'row' | 'column') => new Set(table.pairs.map((pair) => pair[side]))
  const heads = (list: Table['rows'], side: 'row' | 'column') =>
    list
      .filter(({ id }) => used(side).has(id))
      .map(({ id, name }) => {
        const code = codes.byId.get(id)
        const mark = code === undefined ? null : <FamilyMark family={code.family} code={code} />
        return { id: String(id), name, mark }
      })
  if (table.pairs.length === 0) {
    return (
      <EmptyState title="No codes together">
        <p>No passage has a code of both families. Choose others, or a wider way of being together.</p>
      </EmptyState>
    )
  }
  return (
    <>
      <Matrix
        label="Codes together"
        rows={heads(table.rows, 'row')}
        columns={heads(table.columns, 'column')}
        cell={(row, column) => {
          const pair = pairs.get(spotName(row, column))
          return pair === undefined
            ? null
            : {
                text: String(pair.together),
                heat: heatStep(pair.together, most),
                ...(pair.coefficient === null ? {} : { aside: `coefficient ${number(pair.coefficient, 2)}` }),
              }
        }}
        open={open}
        onOpen={onOpen}
      />
      <p className="view-foot">
        Each number: how often both appear together; darker is more, up to {most}. Counts describe the coding,
        not how many people feel so.
      </p>
    </>
  )
}
