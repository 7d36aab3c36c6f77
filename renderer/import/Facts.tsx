/** Attributes the file states beyond doubt, and everything else it says about itself. */
import { useAsk } from '../data.ts'
import { AttributeField } from '../participants/AttributeField.tsx'
import { Select } from '../ui/Select.tsx'
import { speakersNow, type PartProps } from './choices.ts'
import { factName } from './facts.ts'

export function Facts({ preview, choices, onChoose }: PartProps) {
  const attributes = useAsk('participants.attributes', {}).data?.attributes ?? []
  const people = speakersNow(preview, choices).filter(
    ({ role, participant }) => role === 'participant' && participant,
  )
  const [only, ...others] = preview.documents > 1 ? [] : people
  const values = { ...preview.attributes, ...choices.attributes }
  const shown = attributes.filter(({ id }) => values[id] !== undefined)
  const left = attributes.filter(({ id }) => values[id] === undefined)
  const say = (id: string, value: string) => onChoose({ attributes: { ...choices.attributes, [id]: value } })
  return (
    <section className="import-facts">
      {only === undefined || others.length > 0 ? null : (
        <>
          <h3>About {only.participant}</h3>
          <div className="import-fields">
            {shown.map((attribute) => (
              <AttributeField
                key={`${attribute.id} ${values[attribute.id] ?? ''}`}
                attribute={attribute}
                value={values[attribute.id] ?? ''}
                onChange={(value) => say(attribute.id, value)}
              />
            ))}
            <Select
              label="Add an attribute"
              options={left.map(({ id, name }) => ({ id, label: name }))}
              value={null}
              onChange={(id) => say(id, '')}
            />
          </div>
        </>
      )}
      {preview.metadata.length === 0 ? null : (
        <details className="import-details">
          <summary>What the file says about itself ({preview.metadata.length})</summary>
          <dl className="import-metadata">
            {preview.metadata.map(({ key, value, from }) => (
              <div key={`${key} ${value} ${from}`}>
                <dt>{factName(key)}</dt>
                <dd>
                  {value} <span className="import-quiet">{from}</span>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
