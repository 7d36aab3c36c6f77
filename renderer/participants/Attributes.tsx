/** What is known about a person, by how carefully it is handled; a band is offered where a number is stated exactly. */
import { bandOffers, type BandOffer } from '../../core/text/bands.ts'
import { useDo } from '../data.ts'
import { Button } from '../ui/Button.tsx'
import { AttributeField } from './AttributeField.tsx'
import { fittingAttributes, SENSITIVITY, type Attribute, type Person } from './people.ts'

interface AttributesProps {
  person: Person
  attributes: readonly Attribute[]
  onSet: (values: Record<string, string>) => void
}

const CLASSES = ['A', 'B', 'C'] as const

export function Attributes({ person, attributes, onSet }: AttributesProps) {
  const fitting = fittingAttributes(attributes, person)
  const offers = bandOffers(attributes, person.attributes)
  return CLASSES.map((sensitivity) => {
    const own = fitting.filter((attribute) => attribute.sensitivity === sensitivity)
    return own.length === 0 ? null : (
      <section key={sensitivity}>
        <h2>{SENSITIVITY[sensitivity].title}</h2>
        <div className="people-attributes">
          {own.map((attribute) => {
            const offer = offers.find(({ from }) => from === attribute.id)
            return (
              <div key={`${attribute.id} ${person.attributes[attribute.id] ?? ''}`}>
                <AttributeField
                  attribute={attribute}
                  value={person.attributes[attribute.id] ?? ''}
                  onChange={(value) => onSet({ [attribute.id]: value })}
                />
                {offer === undefined ? null : <UseBand offer={offer} onSet={onSet} />}
              </div>
            )
          })}
        </div>
      </section>
    )
  })
}

function UseBand({ offer, onSet }: { offer: BandOffer; onSet: AttributesProps['onSet'] }) {
  const { attribute, band, exact, from } = offer
  const values = from === attribute ? { [attribute]: band } : { [attribute]: band, [from]: '' }
  return (
    <Button className="people-band" onPress={() => onSet(values)}>
      Say {band} instead of {exact}
    </Button>
  )
}

interface BandsForAllProps {
  people: readonly Person[]
  attributes: readonly Attribute[]
}

/** Offered while anybody is known by an exact number. */
export function BandsForAll({ people, attributes }: BandsForAllProps) {
  const use = useDo('participants.useBands')
  const count = people.filter((person) => bandOffers(attributes, person.attributes).length > 0).length
  if (count === 0) return null
  return (
    <p className="people-exact">
      {count === 1 ? 'One person has' : `${count} people have`} an exact number, as an age, where the study
      has bands.
      <Button onPress={() => use.mutate({})}>Use the bands</Button>
    </p>
  )
}
