import { describe, expect, it } from 'vitest'
import { attributeFor, certainAttributes, certainValue, participantNames, statedId } from './people.ts'

const fact = (key: string, value: string, from = 'front page') => ({ key, value, from })
const speaker = (label: string, role: 'participant' | 'interviewer' = 'participant') => ({ label, role })
const ATTRIBUTES = [
  { id: 'gender', name: 'Gender', type: 'enum', values: ['Woman', 'Man', 'Another identity'] },
  { id: 'age_band', name: 'Age band', type: 'band', values: ['16-24', '25-34', '85+'] },
  { id: 'tenancy_length', name: 'Tenancy length', type: 'band', values: ['<1 yr', '1-2', '>20 yrs'] },
  { id: 'region', name: 'Region / nation', type: 'enum', values: ['London', 'Wales'] },
  { id: 'bedrooms', name: 'Bedrooms', type: 'int', values: [] },
]

describe('who a speaker is', () => {
  it('is the id the file states, when one participant speaks', () => {
    const names = (metadata: ReturnType<typeof fact>[], label = 'R') =>
      participantNames({ speakers: [speaker('I', 'interviewer'), speaker(label)], metadata }, 'visit one')
    expect(names([fact('participant', 'Interview P05')])).toEqual([null, 'P05'])
    expect(names([fact('participant', 'P07, female, 34')])).toEqual([null, 'P07'])
    expect(names([fact('interview_id', 'int007')])).toEqual([null, 'int007'])
    expect(names([fact('pseudonym', 'Rosa')])).toEqual([null, 'Rosa'])
    expect(names([fact('participant', 'Interview 7')])).toEqual([null, 'Interview 7'])
  })

  it('is the code in the label, else the document and the label, when nothing is stated or several speak', () => {
    const names = (...labels: string[]) =>
      participantNames({ speakers: labels.map((label) => speaker(label)), metadata: [] }, 'visit one')
    expect(names('P07 Tenant')).toEqual(['P07'])
    expect(names('Tenant')).toEqual(['visit one Tenant'])
    expect(names('P1', 'P2')).toEqual(['visit one P1', 'visit one P2'])
    expect(names('C01', 'Chair')).toEqual(['C01', 'visit one Chair'])
    expect(
      participantNames(
        { speakers: [speaker('C01'), speaker('C02')], metadata: [fact('participant', 'W01')] },
        'W01',
      ),
    ).toEqual(['C01', 'C02'])
  })

  it('is not said when the file says nothing', () => {
    expect(statedId([fact('date', '2026-03-12')])).toBeNull()
  })
})

describe('what a file states beyond doubt', () => {
  it('is put under the study’s own attributes and values', () => {
    const facts = [fact('sex', 'female'), fact('age', '34'), fact('region', 'london'), fact('bedrooms', '3')]
    expect(certainAttributes(facts, ATTRIBUTES)).toEqual({
      gender: 'Woman',
      age_band: '25-34',
      region: 'London',
      bedrooms: '3',
    })
  })

  it('leaves out what no value of the study covers, and what two places state differently', () => {
    expect(
      certainAttributes([fact('region', 'Inner London'), fact('age', 'about forty')], ATTRIBUTES),
    ).toEqual({})
    expect(certainAttributes([fact('age', '34'), fact('age', '17', 'file name')], ATTRIBUTES)).toEqual({})
    expect(certainAttributes([fact('age', '34'), fact('age', '33', 'file name')], ATTRIBUTES)).toEqual({
      age_band: '25-34',
    })
    expect(certainAttributes([fact('favourite colour', 'blue')], ATTRIBUTES)).toEqual({})
  })

  it('knows the edges of open bands', () => {
    const [, age, tenancy] = ATTRIBUTES
    const band = (attribute: typeof age, value: string) => attribute && certainValue(attribute, value)
    expect([band(age, '85'), band(age, '84'), band(age, '16')]).toEqual(['85+', null, '16-24'])
    expect([band(tenancy, '0'), band(tenancy, '1'), band(tenancy, '20'), band(tenancy, '21')]).toEqual([
      '<1 yr',
      '1-2',
      null,
      '>20 yrs',
    ])
  })

  it('finds an attribute by its id, its name or a common other name', () => {
    expect(
      ['Age-band', 'REGION / nation', 'sex', 'height'].map((key) => attributeFor(key, ATTRIBUTES)?.id),
    ).toEqual(['age_band', 'region', 'gender', undefined])
  })
})
