/** The direct link: the contract's methods asked in one's own process, for the command line, the sample study and tests. */
import type { Input, Name, Output, Progress, Request } from '../contract/index.ts'
import type { Core } from '../core.ts'

/** Answers carry the contract's types; errors are thrown as they are. */
export function directly(core: Pick<Core, 'dispatch'>, as?: string) {
  return <K extends Name>(
    name: K,
    input: Input<K>,
    more: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
  ): Promise<Output<K>> => {
    const request: Request = as === undefined ? { name, input } : { name, input, as }
    return core.dispatch(request, more.onProgress, more.signal) as Promise<Output<K>>
  }
}
