import { describe, expect, it } from 'vitest'
import { DocumentRow } from '../../core/contract/documents.ts'
import { groupDocuments } from './groups.ts'

const row = (document: number, name: string, role: string | null, kind = 'depth interview') =>
  DocumentRow.parse({
    document,
    name,
    kind,
    status: 'coding',
    journey: null,
    wave: null,
    date: null,
    words: 0,
    participantWords: 0,
    turns: 0,
    codings: 0,
    passages: 0,
    coded: 0,
    coders: [],
    participants: role === null ? [] : [{ id: document, name: `${name} person`, role }],
    layout: 'plain',
    sourceName: `${name}.txt`,
    imported: '2026-03-12T09:00:00Z',
  })
const rows = [
  row(1, 'P10', 'resident'),
  row(2, 'P2', 'resident'),
  row(3, 'W1', 'colleague', 'workshop'),
  row(4, 'Letters', null),
]
const shown = (query: string) =>
  groupDocuments(rows, query).map(({ title, documents }) => [title, documents.map(({ name }) => name)])

describe('the list of transcripts', () => {
  it('keeps residents and colleagues apart, P2 before P10', () => {
    expect(shown('')).toEqual([
      ['Residents', ['P2', 'P10']],
      ['Colleagues', ['W1']],
      ['Others', ['Letters']],
    ])
  })

  it('filters by name, person and kind', () => {
    expect(shown('workshop')).toEqual([['Colleagues', ['W1']]])
    expect(shown('p2 person')).toEqual([['Residents', ['P2']]])
    expect(shown('zebra')).toEqual([])
  })
})
