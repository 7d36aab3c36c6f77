/** The contract's shapes as the core makes them: plain numbers, which dispatch turns into branded ids. */
import type { z } from 'zod'
import type { TouchpointSummary } from '../contract/analysis.ts'

export type SummaryOut = z.input<typeof TouchpointSummary>
