/** The framework matrix: people down, touchpoints across, the researcher's own words where they meet. */
import type { Code } from '../../../core/contract/codebook.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/routes.ts'
import { Counted } from '../../evidence/Counted.tsx'
import { Evidence } from '../../evidence/Evidence.tsx'
import { readSpotName, spotName } from '../../evidence/Matrix.tsx'
import { useCodes } from '../../evidence/use-codes.ts'
import { viewState } from '../../evidence/use-view.ts'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Select } from '../../ui/Select.tsx'
import { CellText } from './CellText.tsx'
import { FrameworkGrid, type Framework } from './FrameworkGrid.tsx'
import './framework.css'

export default function FrameworkView({ route }: RoomProps) {
  const { query, set, scope, setScope, open, show, place } = viewState(route)
  const codes = useCodes()
  const stages = stagesOf(codes.inOrder)
  const stage = stages.find(({ code }) => code === query['stage']) ?? stages[0]
  const touchpoints = touchpointsOf(codes.inOrder, stage)
  const settings = { touchpoints, scope }
  const hasColumns = touchpoints.length > 0
  const answer = useAsk('mapping.framework', settings, { enabled: hasColumns, keep: true })

  const written = answer.data === undefined ? null : writtenAt(answer.data, open)
  return (
    <ViewFrame
      room="heatmap"
      view="framework"
      table={hasColumns ? { view: 'framework', settings } : null}
      bar={
        <>
          <StageChoice codes={codes.inOrder} stage={stage} onChoose={(next) => set({ stage: next })} />
          <Counted scope={scope} onChange={setScope} />
        </>
      }
      onClose={() => show(null)}
      evidence={
        written === null ? null : (
          <Evidence
            key={open}
            title={written.title}
            doors={[
              { id: 'P', label: 'Passages', door: { kind: 'passages', passages: written.cell.passages } },
            ]}
            place={place}
            onClose={() => show(null)}
          >
            <CellText key={open} participant={written.participant} cell={written.cell} />
          </Evidence>
        )
      }
    >
      {stage === undefined ? (
        <EmptyState title="No stages">
          <p>The codebook has no stages with touchpoints. Add them in the codebook.</p>
        </EmptyState>
      ) : (
        <Answer answer={answer} working="Laying out the matrix">
          {(data) => (
            <FrameworkGrid
              framework={data}
              open={open}
              onOpen={(participant, touchpoint) => show(spotName(participant, touchpoint))}
            />
          )}
        </Answer>
      )}
    </ViewFrame>
  )
}

interface StageChoiceProps {
  codes: readonly Code[]
  stage: Code | undefined
  onChoose: (stage: string) => void
}

function StageChoice({ codes, stage, onChoose }: StageChoiceProps) {
  return (
    <Select
      label="Stage"
      options={stagesOf(codes).map(({ code, name, parent }) => ({
        id: code,
        label: name,
        description: codes.find(({ id }) => id === parent)?.name ?? '',
      }))}
      value={stage?.code ?? null}
      onChange={onChoose}
    />
  )
}

/** The open cell, with what stands above it. */
function writtenAt({ rows, columns }: Framework, open: string | null) {
  const spot = readSpotName(open ?? '')
  const row = rows.find(({ participant }) => String(participant) === spot.row)
  const cell = row?.cells.find(({ touchpoint }) => touchpoint === spot.column)
  if (row === undefined || cell === undefined) return null
  const column = columns.find(({ id }) => id === spot.column)
  return { title: `${row.name}: ${column?.name ?? ''}`, participant: row.participant, cell }
}

const stagesOf = (codes: readonly Code[]): Code[] =>
  codes.filter(({ level, archived }) => level === 'stage' && !archived)

const touchpointsOf = (codes: readonly Code[], stage: Code | undefined): string[] =>
  codes
    .filter(({ level, parent, archived }) => level === 'touchpoint' && parent === stage?.id && !archived)
    .map(({ code }) => code)
