/** How large transcripts are set, apart from the interface around them. */
import { announce } from '../ui/announce.ts'
import { paint } from '../ui/paint.ts'
import { stored } from '../ui/stored.ts'

const SCALES = [0.9, 1, 1.12, 1.25, 1.5] as const
const NORMAL = 1

const readingScale = stored<number>('reading', (kept) => SCALES.find((scale) => scale === kept) ?? NORMAL)

export function setReadingScale(change: 'larger' | 'smaller'): void {
  const at = SCALES.findIndex((scale) => scale === readingScale.get())
  const next = SCALES[at + (change === 'larger' ? 1 : -1)]
  if (next === undefined) return
  readingScale.set(next)
  announce(`Transcript text at ${Math.round(next * 100)} %`)
}

/** Call once at start. */
export function followReadingSize(): void {
  const apply = () => paint('reading-size', `:root { --reading-scale: ${readingScale.get()} }`)
  apply()
  readingScale.subscribe(apply)
}
