/** After a change, asks for the passages it touched instead of for a whole transcript's. */
import type { Passage } from '../../../core/contract/codings.ts'
import type { Changed, Output } from '../../../core/contract/index.ts'
import { refreshInParts } from '../../data.ts'
import type { Link } from '../../links/link.ts'

type Answer = Output<'codings.inDocument'>
type Put = (change: (answer: Answer | undefined) => Answer | undefined) => void

/** What a passage's row shows that is neither its own nor its codings': a code's definition, for one. */
const ELSEWHERE = new Set(['code', 'document', 'turn', 'speaker'])

/** One after the other, so that an older answer never covers a newer one. */
let queue: Promise<unknown> = Promise.resolve()

refreshInParts('codings.inDocument', (client, link, changed) => {
  const { documents, passages } = changed
  if (passages === null || documents.length === 0 || isElsewhere(changed)) return false
  for (const document of documents) {
    const queryKey = ['codings.inDocument', { document }]
    if (client.getQueryData(queryKey) === undefined) continue
    const put: Put = (change) => client.setQueryData<Answer>(queryKey, change)
    queue = queue
      .then(() => refresh(link, document, passages, put))
      .catch(() => client.invalidateQueries({ queryKey }))
  }
  return true
})

/** A first coding also moves the transcript's state, which no passage shows. */
const isElsewhere = ({ tables }: Changed): boolean =>
  tables.some((table) => ELSEWHERE.has(table) && table !== 'document') ||
  (tables.includes('document') && !tables.includes('coding'))

async function refresh(link: Link, document: number, ids: readonly number[], put: Put): Promise<void> {
  const { passages } = await link.call('codings.inDocument', { document, passages: [...ids] })
  const touched = new Set(ids)
  put((answer) => {
    if (answer === undefined) return undefined
    const before = answer.passages.filter(({ id }) => touched.has(id))
    if (JSON.stringify(before) === JSON.stringify(passages)) return answer
    const rest = answer.passages.filter(({ id }) => !touched.has(id))
    return { passages: [...rest, ...passages].sort(inOrder) }
  })
}

const inOrder = (a: Passage, b: Passage): number => a.start - b.start || b.end - a.end || a.id - b.id
