/** Options that many figures take: how the help says them, and how their words are read. */
import { z } from 'zod'
import { FrustrationDefinition } from '../core/contract/analysis.ts'
import { SCOPE_HELP } from './scope.ts'

export const SCOPE = { '--scope <scope>': SCOPE_HELP }
export const FRUSTRATION = {
  '--frustration <definition>': `what counts as frustration: ${FrustrationDefinition.options.join(', ')}`,
}
export const ROWS = { '--rows <rows>': 'touchpoint, stage or journey' }

/** As typed; `parseScope` reads it. */
export const Scoped = z.string().default('')
export const Frustration = FrustrationDefinition.default('strict')
export const Seed = z.coerce.number().int().min(0).max(0xffff_ffff).optional()
