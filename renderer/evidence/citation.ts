/** A passage's words with where they come from, to paste into a report. */
import type { PassageRow } from '../../core/contract/codings.ts'

/** Minutes and seconds into the recording, and hours when there are any: `4:07`, `1:02:30`. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

type Source = Pick<PassageRow, 'participantName' | 'speakerLabel' | 'documentName' | 'at'>

/** Who, in which transcript, when: each said once. */
export function sourceOf({ participantName, speakerLabel, documentName, at }: Source): string[] {
  const who = participantName ?? speakerLabel
  return [
    ...(who === null ? [] : [who]),
    ...(documentName === who ? [] : [documentName]),
    ...(at === null ? [] : [clock(at)]),
  ]
}

export const citation = (passage: Source & Pick<PassageRow, 'quote'>): string =>
  `“${passage.quote}” (${sourceOf(passage).join(', ')})`
