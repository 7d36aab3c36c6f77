/** In a page, zod must not compile its checks with `new Function`, which the content policy forbids. */
import { config } from 'zod'

if ('document' in globalThis) config({ jitless: true })
