/** Who is coding, remembered on this machine. */
import { stored } from '../ui/stored.ts'

const FIRST_CODER = 'Coder 1'

export const coderName = stored<string>('coder', (kept) =>
  typeof kept === 'string' && kept.trim() !== '' ? kept : FIRST_CODER,
)
