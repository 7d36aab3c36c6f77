/** Families to tick. */
import { Family } from '../../core/contract/common.ts'
import { familyName } from '../ui/Code.tsx'

export const FAMILIES = Family.options.map((id) => ({ id, label: `${familyName(id)}s` }))
