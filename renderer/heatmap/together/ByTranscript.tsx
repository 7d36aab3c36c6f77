/** How many passages of each transcript carry each code. */
import { useMemo } from 'react'
import { Family } from '../../../core/contract/common.ts'
import { useAsk } from '../../data.ts'
import type { RoomProps } from '../../app/rooms.ts'
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

export default function ByTranscript({ route }: RoomProps) {
  const { query, set, scope, setScope, open, show, place } = viewState(route, {
    role: 'any',
    complete: false,
  })
  const family = Family.safeParse(query['family']).data ?? 'emotion'
  const answer = useAsk('rigour.codeTable', { families: [family], scope }, { keep: true })
  const codes = useCodes()
  const counts = useMemo(
    () =>
      new Map(
        answer.data?.counts.map(({ code, document, passages }) => [
          spotName(String(code), String(document)),
          passages,
        ]),
      ),
    [answer.data],
  )
  const most = Math.max(1, ...counts.values())
  const spot = readSpotName(open ?? '')
  const document = answer.data?.documents.find((each) => String(each.document) === spot.column)
  const code = codes.byId.get(Number(spot.row))
  return (
    <ViewFrame
      room="heatmap"
      view="transcripts"
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
            title={[code?.name, document?.name].filter((name) => name !== undefined).join(' × ')}
            doors={[
              {
                id: 'P',
                label: 'Passages',
                door: {
                  kind: 'query',
                  query: {
                    below: false,
                    ...(spot.row === null ? { families: [family] } : { codes: [Number(spot.row)] }),
                    ...(spot.column === null ? {} : { documents: [Number(spot.column)] }),
                  },
                },
              },
            ]}
            place={place}
            onClose={() => show(null)}
            hasFocus
          />
        )
      }
    >
      <Answer answer={answer} working="Counting codes">
        {(table) => (
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
              onOpen={(row, column) => show(spotName(row, column))}
            />
            <p className="view-foot">Each number: passages of the transcript with the code.</p>
          </>
        )}
      </Answer>
    </ViewFrame>
  )
}

function Mark({
  code,
}: {
  code: (Parameters<typeof FamilyMark>[0]['code'] & { family: Family }) | undefined
}) {
  return code === undefined ? null : <FamilyMark family={code.family} code={code} />
}
