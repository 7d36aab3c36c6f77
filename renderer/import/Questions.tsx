/** What the importer is not sure of: names that may be one person, facts stated twice, warnings. Nothing is decided silently. */
import { CircleAlert, Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAsk } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { openAliases, openConflicts, withSpeaker, type Choices, type PartProps } from './choices.ts'
import { factName, settle } from './facts.ts'
import { notesOn } from './files.ts'
import './ReadPane.css'

export function Questions(props: PartProps) {
  const { choices, preview } = props
  const isCopy = preview.duplicateOf !== null
  const notes = notesOn(preview, choices)
  const hasQuestions = openAliases(preview, choices).length > 0 || openConflicts(preview, choices).length > 0
  if (!isCopy && !hasQuestions && (notes.length === 0 || choices.isChecked)) return null
  return (
    <section className="import-questions" aria-label="To look at">
      {isCopy ? <Duplicate {...props} /> : null}
      <Aliases {...props} />
      <Conflicts {...props} />
      {notes.map((note) => (
        <Question key={note}>{note}</Question>
      ))}
    </section>
  )
}

function Question({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="import-question">
      <CircleAlert aria-hidden />
      <div className="import-question-words">
        <p>{children}</p>
        {actions === undefined ? null : <div className="import-question-actions">{actions}</div>}
      </div>
    </div>
  )
}

function Duplicate({ preview, choices, onChoose }: PartProps) {
  const { allowDuplicate } = choices
  return (
    <div className="import-question">
      <Copy aria-hidden />
      <div className="import-question-words">
        <p>
          The same content is already here as “{preview.duplicateOf}”.{' '}
          {allowDuplicate ? 'It goes in a second time.' : 'It is left out unless you want it twice.'}
        </p>
        <div className="import-question-actions">
          <Button onPress={() => onChoose({ allowDuplicate: !allowDuplicate })}>
            {allowDuplicate ? 'Leave it out' : 'Import it again'}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Aliases({ preview, choices, onChoose }: PartProps) {
  const open = openAliases(preview, choices)
  const merge = (some: typeof open) => {
    const speakers = some.reduce<Choices['speakers']>(
      (said, { from, to }) => withSpeaker({ ...choices, speakers: said }, from, { mergeInto: to }).speakers,
      choices.speakers,
    )
    onChoose({ speakers })
  }
  return (
    <>
      {open.map((alias) => (
        <Question
          key={alias.from}
          actions={
            <>
              <Button onPress={() => merge([alias])}>One person</Button>
              <Button look="quiet" onPress={() => onChoose({ apart: [...choices.apart, alias.from] })}>
                Two people
              </Button>
            </>
          }
        >
          “{alias.from}” may be “{alias.to}”: {alias.why}.
        </Question>
      ))}
      {open.length < 3 ? null : (
        <div className="import-question-all">
          <Button onPress={() => merge(open)}>Merge all {open.length}</Button>
        </div>
      )}
    </>
  )
}

function Conflicts({ preview, choices, onChoose }: PartProps) {
  const attributes = useAsk('participants.attributes', {}).data?.attributes ?? []
  return openConflicts(preview, choices).map(({ key, values }) => (
    <Question
      key={key}
      actions={values.map(({ value, from }) => (
        <Button key={value} onPress={() => onChoose(settle(preview, choices, attributes, { key, value }))}>
          {value} <span className="import-quiet">{from}</span>
        </Button>
      ))}
    >
      The file states two values for {factName(key)}. Which is right?
    </Question>
  ))
}
