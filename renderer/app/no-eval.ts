/** Tells zod not to compile its checks with `new Function`, which the content policy forbids. Import before the contract. */
import { config } from 'zod'

config({ jitless: true })
