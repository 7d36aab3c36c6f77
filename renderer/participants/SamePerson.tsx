/** Two entries that are one person: choose the one that stays, read what happens, merge. */
import { useState } from 'react'
import { go } from '../app/router.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { ComboBox } from '../ui/Select.tsx'
import type { Person } from './people.ts'

interface SamePersonProps {
  person: Person
  others: readonly Person[]
}

export function SamePerson({ person, others }: SamePersonProps) {
  const [target, setTarget] = useState<number | null>(null)
  const merge = useDo('participants.merge')
  const options = others
    .filter(({ id }) => id !== person.id)
    .map(({ id, name }) => ({ id: id as number, label: name }))
  const into = others.find(({ id }) => id === target)
  if (options.length === 0) return null
  return (
    <section className="people-same">
      <ComboBox label="Same person as" options={options} value={target} onChange={setTarget} />
      {into === undefined ? null : (
        <>
          <p className="w-help">
            Transcripts, attributes, notes and memos of {person.name} go to {into.name}, and {person.name}{' '}
            goes. What {into.name} has stays. Whoever withdrew or said no to quotes: it holds for both.
          </p>
          <Button
            isDisabled={merge.isPending}
            onPress={() =>
              merge.mutate(
                { from: person.id, into: into.id },
                { onSuccess: () => go({ room: 'participants', path: [String(into.id)] }) },
              )
            }
          >
            Merge into {into.name}
          </Button>
        </>
      )}
    </section>
  )
}
