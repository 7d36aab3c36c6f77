/** No code chosen: the families at a glance, and the definitions that changed under codings. */
import type { Code } from '../../core/contract/codebook.ts'
import type { Family } from '../../core/contract/common.ts'
import { formatRoute } from '../app/routes.ts'
import { FamilyMark } from '../ui/Code.tsx'
import { placeOf } from './place.ts'
import { countCodes, type CodebookNode } from './tree.ts'
import { codingsInWords, counted, familyAbout, familyTitle } from './words.ts'
import { HEADING_ID } from './use-naming.ts'

interface OverviewProps {
  nodes: readonly CodebookNode[]
  codes: ReadonlyMap<number, Code>
  older: ReadonlyMap<number, number>
  /** Only this family. */
  family: Family | null
}

export function Overview({ nodes, codes, older, family }: OverviewProps) {
  const shown = nodes.filter((node) => family === null || node.key === family)
  const changed = [...older].flatMap(([id, count]) => {
    const code = codes.get(id)
    return code && (family === null || code.family === family) ? [{ code, count }] : []
  })
  return (
    <article className="codebook-detail" aria-labelledby={HEADING_ID}>
      <h2 id={HEADING_ID} tabIndex={-1}>
        {family === null ? 'Families of codes' : familyTitle(family)}
      </h2>
      <ul className="codebook-families">
        {shown.map((node) => (
          <li key={node.key}>
            <FamilyMark family={node.family} />
            <div>
              <h3>
                {family === null ? (
                  <a href={formatRoute(placeOf(node.family))}>{familyTitle(node.family)}</a>
                ) : (
                  counted(countCodes(node.children), 'code')
                )}
              </h3>
              <p>{familyAbout(node.family)}</p>
            </div>
            <span className="codebook-quiet">
              {family === null ? `${counted(countCodes(node.children), 'code')} · ` : ''}
              {codingsInWords(node.total)}
            </span>
          </li>
        ))}
      </ul>
      {changed.length === 0 ? null : (
        <section>
          <h3 className="codebook-section">Definitions that changed after coding</h3>
          <ul className="codebook-changed">
            {changed.map(({ code, count }) => (
              <li key={code.id}>
                <a href={formatRoute({ room: 'codebook', path: [code.code], query: { view: 'older' } })}>
                  {code.name}
                </a>
                <span className="codebook-quiet">{codingsInWords(count)} to review</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
