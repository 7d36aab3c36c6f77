/** Every handler of the contract; a verb without one is a type error here. */
import { analysis } from './analysis/handlers.ts'
import { mapping } from './analysis/mapping/handlers.ts'
import { rigour } from './analysis/rigour/handlers.ts'
import { tables } from './analysis/tables/handlers.ts'
import { bookmarks } from './bookmarks/handlers.ts'
import { codebook } from './codebook/handlers.ts'
import { codings } from './codings/handlers.ts'
import type { Handlers } from './context.ts'
import type { Noun } from './contract/index.ts'
import { documents } from './documents/handlers.ts'
import { exporting } from './exporting/handlers.ts'
import { history } from './history/handlers.ts'
import { importing } from './importing/handlers.ts'
import { memos } from './memos/handlers.ts'
import { participants } from './participants/handlers.ts'
import { project } from './project/handlers.ts'
import { search } from './search/handlers.ts'
import { suggest } from './suggest/handlers.ts'

/** The workspace's verbs are answered by the host (see core/workspace): they exist without a project. */
export const handlers = {
  project,
  documents,
  importing,
  participants,
  codebook,
  codings,
  memos,
  bookmarks,
  search,
  suggest,
  analysis,
  mapping,
  rigour,
  tables,
  exporting,
  history,
} satisfies { [N in Exclude<Noun, 'workspace'>]: Handlers<N> }
