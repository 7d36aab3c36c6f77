/** Passages to compare, one in a row. Enter or a click opens the transcript there. */
import type { PassageRow } from '../../core/contract/codings.ts'
import { clock } from '../evidence/citation.ts'
import { PAGE } from '../evidence/PassageList.tsx'
import type { EvidencePlace } from '../evidence/place.ts'
import { useCodes } from '../evidence/use-codes.ts'
import { CodeChip } from '../ui/Code.tsx'
import { Cell, Column, Table, TableBody, TableHeader, TableRow } from '../ui/Table.tsx'
import { Pager } from './Pager.tsx'

interface ResultTableProps {
  passages: readonly PassageRow[]
  total: number
  offset: number
  onOffset: (offset: number) => void
  place: EvidencePlace
}

export function ResultTable({ passages, total, offset, onOffset, place }: ResultTableProps) {
  const { byId } = useCodes()
  return (
    <>
      <Table
        label="Passages found"
        className="search-table"
        onRowAction={(key) => {
          const row = passages.find(({ passage }) => passage === key)
          if (row) place.visit(row)
        }}
      >
        <TableHeader>
          <Column isRowHeader>Participant</Column>
          <Column>Transcript</Column>
          <Column isNumber>Time</Column>
          <Column>Words</Column>
          <Column>Codes</Column>
          <Column>Coder</Column>
        </TableHeader>
        <TableBody>
          {passages.map((row) => (
            <TableRow key={row.passage} id={row.passage} textValue={row.quote}>
              <Cell>{row.participantName ?? row.speakerLabel ?? '–'}</Cell>
              <Cell>{row.documentName}</Cell>
              <Cell isNumber>{row.at === null ? '–' : clock(row.at)}</Cell>
              <Cell>
                <span className="search-quote">{row.quote}</span>
              </Cell>
              <Cell>
                <span className="search-codes">
                  {row.codes.map(({ id, intensity }) => {
                    const code = byId.get(id)
                    return code === undefined ? null : <CodeChip key={id} code={code} intensity={intensity} />
                  })}
                </span>
              </Cell>
              <Cell>{row.coder}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Pager offset={offset} total={total} page={PAGE} onMove={onOffset} />
    </>
  )
}
