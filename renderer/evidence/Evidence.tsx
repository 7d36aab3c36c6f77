/** The passages behind a number, with what the number says above them. */
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { IconButton } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import type { DoorChoice } from './door.ts'
import { Passages } from './Passages.tsx'
import type { EvidencePlace } from './place.ts'
import './evidence.css'

interface EvidenceProps {
  title: string
  /** The figures themselves. */
  children?: ReactNode
  /** The first is shown unless the address says another. */
  doors: readonly DoorChoice[]
  place: EvidencePlace
  onClose: () => void
  /** Put the focus here, as the keyboard asked for it. */
  hasFocus?: boolean
}

const FIELDS = 'textarea, input:not([type="radio"], [type="checkbox"])'

export function Evidence({ title, children, doors, place, onClose, hasFocus = false }: EvidenceProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = doors.find(({ id }) => id === place.of) ?? doors[0]
  useEffect(() => {
    if (hasFocus) heading.current?.focus()
  }, [hasFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // In a field the keys are its words; Escape leaves it, and once more closes.
    const inField = event.target instanceof Element && event.target.matches(FIELDS)
    if (event.key === 'Escape') {
      if (inField) heading.current?.focus()
      else onClose()
    } else {
      const wanted = doors.find(({ id }) => id === event.key.toUpperCase())
      if (inField || doors.length < 2 || wanted === undefined) return
      place.choose(wanted.id)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section className="evidence" aria-label={title} onKeyDownCapture={onKeyDown}>
      <header className="evidence-head">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <IconButton label="Close" keys="Escape" icon={<X aria-hidden />} onPress={onClose} />
      </header>
      {children}
      {doors.length > 1 && shown !== undefined ? (
        <Segments
          label="Which passages"
          className="evidence-doors"
          options={doors.map(({ id, label }) => ({ id, label }))}
          value={shown.id}
          onChange={place.choose}
        />
      ) : null}
      {shown === undefined ? null : (
        <Passages key={JSON.stringify(shown.door)} label={title} door={shown.door} place={place} />
      )}
    </section>
  )
}
