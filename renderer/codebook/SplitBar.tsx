/** Names the new code that the ticked passages go to. */
import { useState, type FormEvent } from 'react'
import type { Code } from '../../core/contract/codebook.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { passagesInWords } from './words.ts'

interface SplitBarProps {
  code: Code
  chosen: ReadonlySet<number>
  onSplit: (made: Code['id']) => void
  onClose: () => void
}

export function SplitBar({ code, chosen, onSplit, onClose }: SplitBarProps) {
  const [name, setName] = useState('')
  const split = useDo('codebook.split')
  const isReady = name.trim() !== '' && chosen.size > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    split.mutate(
      { from: code.id, name: name.trim(), passages: [...chosen] },
      {
        onSuccess: (made) => {
          onClose()
          onSplit(made.code)
        },
      },
    )
  }
  return (
    <form className="codebook-split" onSubmit={submit}>
      <TextField
        label={`New code beside “${code.name}”`}
        value={name}
        onChange={setName}
        maxLength={200}
        hasFocus
        description="Tick the passages that go to it. Their other codes stay."
      />
      <div className="codebook-form-actions">
        <Button onPress={onClose}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={!isReady || split.isPending}>
          {chosen.size === 0 ? 'Split' : `Move ${passagesInWords(chosen.size)}`}
        </Button>
      </div>
    </form>
  )
}
