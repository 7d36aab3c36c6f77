/** After a change, asks for the passages it touched instead of for a whole transcript's. */
import type { Output } from '../../../core/contract/index.ts'
import { refreshInParts } from '../../data.ts'
import type { Link } from '../../links/link.ts'
import { withPassages } from './share.ts'

type Answer = Output<'codings.inDocument'>
type Put = (change: (answer: Answer | undefined) => Answer | undefined) => void

/** What a passage's row shows that is neither its own nor its codings': a code's definition, for one. */
const ELSEWHERE = new Set(['code', 'turn', 'speaker'])

/** One after the other, so that an older answer never covers a newer one. */
let queue: Promise<unknown> = Promise.resolve()

refreshInParts('codings.inDocument', (client, link, changed) => {
  const { documents, passages, tables } = changed
  if (passages === null || documents.length === 0 || tables.some((table) => ELSEWHERE.has(table)))
    return false
  for (const document of documents) {
    const queryKey = ['codings.inDocument', { document }]
    if (client.getQueryData(queryKey) === undefined) continue
    const put: Put = (change) => client.setQueryData<Answer>(queryKey, change)
    queue = queue
      .then(ownFirst)
      .then(() => refresh(link, document, passages, put))
      .catch(() => client.invalidateQueries({ queryKey }))
  }
  return true
})

/** What this page did itself is shown from the core's answer: that comes first, and has time to be painted. In milliseconds. */
const PAINTED_MS = 50
const ownFirst = () => new Promise((resolve) => setTimeout(resolve, PAINTED_MS))

async function refresh(link: Link, document: number, ids: readonly number[], put: Put): Promise<void> {
  const { passages } = await link.call('codings.inDocument', { document, passages: [...ids] })
  put((answer) => {
    if (answer === undefined) return undefined
    const next = withPassages(answer.passages, ids, passages)
    return next === answer.passages ? answer : { passages: [...next] }
  })
}
