/** How many passages of each transcript carry each code. */
import { useMemo } from 'react'
import type { Code } from '../../../core/contract/codebook.ts'
import { Family } from '../../../core/contract/common.ts'
import type { Input, Output } from '../../../core/contract/index.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Counted } from '../../evidence/Counted.tsx'
import { Evidence } from '../../evidence/Evidence.tsx'
import { Matrix, readSpotName, spotName } from '../../evidence/Matrix.tsx'
import { useCodes } from '../../evidence/use-codes.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { FamilyMark, familyName } from '../../ui/Code.tsx'
import { Select } from '../../ui/Select.tsx'
import { heatStep } from './heat-step.ts'

const FAMILIES = Family.options.map((id) => ({ id, label: `${familyName(id)}s` }))

type Table = Output<'rigour.codeTable'>

export default function ByTranscript({ route }: RoomProps) {
  const { query, set, scope, setScope, open, show, place } = viewState(route, {
    role: 'any',
    complete: false,
  })
  const family = Family.safeParse(query['family']).data ?? 'emotion'
  const settings = { families: [family], scope }
  const answer = useAsk('rigour.codeTable', settings, { keep: true })
  const spot = readSpotName(open ?? '')
  const names = [
    answer.data?.codes.find(({ id }) => String(id) === spot.row)?.name,
    answer.data?.documents.find(({ document }) => String(document) === spot.column)?.name,
  ]
  const behind: Input<'search.retrieve'>['query'] = {
    below: false,
    ...(spot.row === null ? { families: [family] } : { codes: [Number(spot.row)] }),
    ...(spot.column === null ? {} : { documents: [Number(spot.column)] }),
  }
  return (
    <ViewFrame
      room="heatmap"
      view="transcripts"
      table={{ view: 'transcripts', settings }}
      bar={
        <>
          <Select
            label="Codes"
            options={FAMILIES}
            value={family}
            onChange={(next) => set({ family: next })}
          />
          <Counted scope={scope} onChange={setScope} />
        </>
      }
      onClose={() => show(null)}
      evidence={
        open === null ? null : (
          <Evidence
            key={open}
            title={names.filter((name) => name !== undefined).join(' × ')}
            doors={[{ id: 'P', label: 'Passages', door: { kind: 'query', query: behind } }]}
            place={place}
            onClose={() => show(null)}
            hasFocus
          />
        )
      }
    >
      <Answer answer={answer} working="Counting codes">
        {(table) => (
          <Counts table={table} open={open} onOpen={(row, column) => show(spotName(row, column))} />
        )}
      </Answer>
    </ViewFrame>
  )
}

interface CountsProps {
  table: Table
  open: string | null
  onOpen: (row: string | null, column: string | null) => void
}

function Counts({ table, open, onOpen }: CountsProps) {
  const codes = useCodes()
  const counts = useMemo(
    () =>
      new Map(
        table.counts.map(({ code, document, passages }) => [
          spotName(String(code), String(document)),
          passages,
        ]),
      ),
    [table],
  )
  const most = Math.max(1, ...counts.values())
  return (
    <>
      <Matrix
        label="Codes by transcript"
        rows={table.codes
          .filter(({ passages }) => passages > 0)
          .map(({ id, name }) => ({ id: String(id), name, mark: <Mark code={codes.byId.get(id)} /> }))}
        columns={table.documents.map(({ document: id, name }) => ({ id: String(id), name }))}
        cell={(row, column) => {
          const passages = counts.get(spotName(row, column))
          return passages === undefined
            ? null
            : { text: String(passages), heat: heatStep(passages, most), aside: 'passages' }
        }}
        open={open}
        onOpen={onOpen}
      />
      <p className="view-foot">Each number: passages of the transcript with the code.</p>
    </>
  )
}

function Mark({ code }: { code: Code | undefined }) {
  return code === undefined ? null : <FamilyMark family={code.family} code={code} />
}
