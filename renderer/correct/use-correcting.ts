/** Correcting one transcript, edit by edit. */
import type { Output } from '../../core/contract/index.ts'
import { useDo } from '../data.ts'
import type { Edit, Transcript } from './foresee.ts'

/** Applies one edit to the transcript; `onDone` hears what became of the passages. */
export type Apply = (edit: Edit, onDone?: (answer: Output<'documents.correct'>) => void) => void

export function useCorrecting({ document }: Transcript): { apply: Apply; isBusy: boolean } {
  const { mutate, isPending } = useDo('documents.correct')
  return {
    apply: (change, onDone) =>
      mutate({ document, change }, onDone === undefined ? {} : { onSuccess: onDone }),
    isBusy: isPending,
  }
}
