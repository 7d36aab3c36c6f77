/** A way to the core: calls with progress and cancel, and word of what changed. */
import type { Changed, Input, Name, Output, Progress } from '../../core/contract/index.ts'

export interface CallOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
  /** The acting coder's name. */
  as?: string | undefined
}

export interface Link {
  call: <K extends Name>(name: K, input: Input<K>, options?: CallOptions) => Promise<Output<K>>
  /** Returns the way to stop listening. `null` means the link was lost and found again: refresh everything. */
  onChanged: (listener: (changed: Changed | null) => void) => () => void
  close: () => void
}
