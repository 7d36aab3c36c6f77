/** The codebook as REFI-QDA codebook XML (.qdc, schema 1.0), for NVivo, ATLAS.ti, MAXQDA and others. */
import { inAttribute, inText } from '../../exporting/xml-text.ts'
import { FAMILY_TITLES, type CodebookEntry, type FamilyName } from './entries.ts'
import { guidText } from './guids.ts'

export const CODEBOOK_NAMESPACE = 'urn:QDA-XML:codebook:1.0'

/** The heading codes over each family, the same in every study, so that families are known again on the way back. */
export const FAMILY_GUIDS: Readonly<Record<FamilyName, string>> = {
  touchpoint: '5f9c1a40-7d1e-4c7b-9d0b-3c1f6d2e0001',
  emotion: '5f9c1a40-7d1e-4c7b-9d0b-3c1f6d2e0002',
  reason: '5f9c1a40-7d1e-4c7b-9d0b-3c1f6d2e0003',
  layer: '5f9c1a40-7d1e-4c7b-9d0b-3c1f6d2e0004',
  channel: '5f9c1a40-7d1e-4c7b-9d0b-3c1f6d2e0005',
  theme: '5f9c1a40-7d1e-4c7b-9d0b-3c1f6d2e0006',
}

/** Parts of a definition that the format has no place for, as headed paragraphs of its description. */
export const DESCRIPTION_PARTS = [
  ['include', 'Use when:'],
  ['exclude', 'Do not use when:'],
  ['example', 'Example:'],
] as const satisfies readonly (readonly [keyof CodebookEntry, string])[]

function descriptionOf(entry: CodebookEntry): string {
  const parts = DESCRIPTION_PARTS.filter(([field]) => entry[field] !== '').map(
    ([field, heading]) => `${heading} ${entry[field]}`,
  )
  return [...(entry.definition === '' ? [] : [entry.definition]), ...parts].join('\n\n')
}

/** `#rgb` or `#rrggbb`, as the schema wants it; other ways to write a colour are left out. */
const colourOf = (colour: string | null) =>
  colour !== null && /^#(?:[\da-f]{6}|[\da-f]{3})$/i.test(colour) ? ` color="${colour}"` : ''

function codeElement(
  entry: CodebookEntry,
  children: ReadonlyMap<string | null, readonly CodebookEntry[]>,
  indent: string,
): string {
  const description = descriptionOf(entry)
  const inside = [
    ...(description === '' ? [] : [`${indent}  <Description>${inText(description)}</Description>`]),
    ...(children.get(entry.code) ?? []).map((child) => codeElement(child, children, `${indent}  `)),
  ]
  const open = `${indent}<Code guid="${guidText(entry.guid)}" name="${inAttribute(entry.name)}" isCodable="true"${colourOf(entry.colour)}`
  return inside.length === 0 ? `${open}/>` : `${open}>\n${inside.join('\n')}\n${indent}</Code>`
}

/** The `Code` elements of a codebook, a heading over each family; they fit a REFI-QDA project as well. */
function codeElements(entries: readonly CodebookEntry[], indent: string): string {
  const children = Map.groupBy(entries, ({ parent }) => parent)
  const families = Map.groupBy(children.get(null) ?? [], ({ family }) => family)
  return [...families]
    .map(([family, roots]) => {
      const codes = roots.map((root) => codeElement(root, children, `${indent}  `)).join('\n')
      return `${indent}<Code guid="${FAMILY_GUIDS[family]}" name="${FAMILY_TITLES[family]}" isCodable="false">\n${codes}\n${indent}</Code>`
    })
    .join('\n')
}

/** A whole .qdc file. The schema wants at least one code: an empty codebook cannot be written. */
export function writeCodebook(entries: readonly CodebookEntry[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<CodeBook xmlns="${CODEBOOK_NAMESPACE}" origin="Waymark">
  <Codes>
${codeElements(entries, '    ')}
  </Codes>
</CodeBook>
`
}
