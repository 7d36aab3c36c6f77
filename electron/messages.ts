/** What the main process and the core process say to each other. */

export type ToCore =
  | {
      kind: 'start'
      state: string
      projects: string
      sample: string | null
      version: string
      file: string | null
    }
  /** Comes with one port, for one window. */
  | { kind: 'port' }
  | { kind: 'open'; file: string }
  | { kind: 'dialog-answer'; id: number; file: string | null }
  /** Null when no window here could print it. */
  | { kind: 'printed'; id: number; bytes: Uint8Array | null }
  | { kind: 'close' }

export type FromCore =
  | { kind: 'log'; line: string }
  | { kind: 'dialog'; id: number; dialog: 'open' | 'save'; suggestedName?: string }
  | { kind: 'print'; id: number; html: string }
  | { kind: 'stop-print'; id: number }
  | { kind: 'title'; file: string | null }
  | { kind: 'problem'; message: string }
