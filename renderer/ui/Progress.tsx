/** Progress: shown after half a second, cancellable after five. */
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { Button } from './Button.tsx'
import './Progress.css'

interface ProgressBarProps {
  label: string
  /** How much is done, of `total`; leave both out while it is not known. */
  done?: number
  total?: number
  /** What is being worked on, in a few words. */
  note?: string
  onCancel?: () => void
}

export function ProgressBar({ label, done, total, note, onCancel }: ProgressBarProps) {
  const isKnown = done !== undefined && total !== undefined && total > 0
  return (
    <div className="w-progress">
      <AriaProgressBar
        className="w-progress-main"
        {...(isKnown
          ? { value: done, maxValue: total, valueLabel: `${done} of ${total}` }
          : { isIndeterminate: true })}
      >
        {({ percentage, valueText }) => (
          <>
            <Label>{label}</Label>
            <span className="w-progress-value">{note ?? (isKnown ? valueText : null)}</span>
            <progress
              className="w-progress-track"
              aria-hidden
              max={100}
              {...(isKnown ? { value: percentage ?? 0 } : {})}
            />
          </>
        )}
      </AriaProgressBar>
      {onCancel === undefined ? null : (
        <Button look="quiet" onPress={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  )
}
