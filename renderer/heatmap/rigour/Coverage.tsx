/** How much of what participants said is coded, and when the researcher's themes stopped being new. */
import { useAsk } from '../../data.ts'
import { formatRoute } from '../../app/routes.ts'
import type { Input, Output } from '../../../core/contract/index.ts'
import { number, percent } from '../../evidence/format.ts'
import type { FurtherTable } from '../../evidence/SaveTable.tsx'
import { Answer, ViewFrame } from '../../evidence/ViewFrame.tsx'
import './rigour.css'

type CoverageData = Output<'rigour.coverage'>
type Saturation = Output<'rigour.saturation'>

const SETTINGS: Input<'rigour.coverage'> = { scope: { role: 'any' } }

const NEW_THEMES: FurtherTable = {
  name: 'New themes, CSV',
  about: 'An interview a row, with the run that ends there',
  table: { view: 'saturation', settings: {} },
}
const WHO_SPOKE: FurtherTable = {
  name: 'Who spoke of what, CSV',
  about: 'Each touchpoint by residents and colleagues',
  table: { view: 'reach', settings: { columns: 'role', scope: { role: 'any' } } },
}

export default function Coverage() {
  const coverage = useAsk('rigour.coverage', SETTINGS, { keep: true })
  const saturation = useAsk('rigour.saturation', {}, { keep: true })
  return (
    <ViewFrame
      room="heatmap"
      view="coverage"
      table={{ view: 'coverage', settings: SETTINGS }}
      further={[NEW_THEMES, WHO_SPOKE]}
    >
      <Answer answer={coverage} working="Counting coded words">
        {(data) => <Coded data={data} />}
      </Answer>
      <Answer answer={saturation} working="Following the themes">
        {(data) => <Themes data={data} />}
      </Answer>
    </ViewFrame>
  )
}

function Coded({ data: { documents, words, codedWords } }: { data: CoverageData }) {
  return (
    <section className="view-head rigour-part">
      <h3>How much is coded</h3>
      <p>
        {number(codedWords)} of {number(words)} participants’ words are inside a passage (
        {percent(words === 0 ? 0 : codedWords / words)}). Not everything said needs a code; a transcript far
        below the others is worth a second look.
      </p>
      <table className="rigour">
        <caption className="hidden-visually">Coverage by transcript</caption>
        <thead>
          <tr>
            <th scope="col">Transcript</th>
            <th scope="col" className="rigour-axis">
              Share of words coded
            </th>
            <th scope="col">Coded</th>
            <th scope="col">Words</th>
            <th scope="col">Passages</th>
            <th scope="col">Coders</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((row) => (
            <tr key={row.document}>
              <th scope="row">
                <a href={formatRoute({ room: 'code', path: [String(row.document)] })}>{row.name}</a>
              </th>
              <td aria-hidden>
                <svg className="rigour-svg">
                  <rect className="rigour-all" width="100%" y="30%" height="40%" rx="2" />
                  <rect className="rigour-share" width={`${100 * row.share}%`} y="30%" height="40%" rx="2" />
                </svg>
              </td>
              <td>{percent(row.share)}</td>
              <td>{number(row.words)}</td>
              <td>{row.passages}</td>
              <td>{row.coders}</td>
              <td>{row.complete ? 'complete' : 'in progress'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Themes({ data: { interviews, sentence } }: { data: Saturation }) {
  const most = Math.max(1, ...interviews.map(({ fresh }) => fresh))
  return (
    <section className="view-head rigour-part">
      <h3>New themes, interview by interview</h3>
      <p>{sentence}</p>
      {interviews.every(({ fresh }) => fresh === 0) ? null : (
        <table className="rigour">
          <caption className="hidden-visually">New themes by interview</caption>
          <thead>
            <tr>
              <th scope="col">Interview</th>
              <th scope="col" className="rigour-axis">
                New themes
              </th>
              <th scope="col">Number</th>
            </tr>
          </thead>
          <tbody>
            {interviews.map(({ document, name, fresh }) => (
              <tr key={document}>
                <th scope="row">{name}</th>
                <td aria-hidden>
                  <svg className="rigour-svg">
                    <rect
                      className="rigour-share"
                      width={`${(100 * fresh) / most}%`}
                      y="30%"
                      height="40%"
                      rx="2"
                    />
                  </svg>
                </td>
                <td>{fresh}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
