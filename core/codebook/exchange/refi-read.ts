/** A codebook from REFI-QDA codebook XML (.qdc), as NVivo, ATLAS.ti, MAXQDA and others write it. */
import { CoreError } from '../../contract/errors.ts'
import { walkXml, type Attributes } from '../../import/formats/xml.ts'
import { Family } from '../../contract/common.ts'
import { FAMILY_TITLES, type FamilyName } from './entries.ts'
import { guidBytes, guidText } from './guids.ts'
import type { IncomingCode, IncomingCodebook } from './incoming.ts'
import { CODEBOOK_NAMESPACE, DESCRIPTION_PARTS, FAMILY_GUIDS } from './refi-write.ts'

/** The standard's namespace, and those that NVivo 12 for Mac, ATLAS.ti and MAXQDA have written instead. */
const NAMESPACES = {
  [CODEBOOK_NAMESPACE]: 'q',
  'urn:QDA-XML:codebook:1:0': 'q',
  'urn:QDA-XML:codebook:0:4': 'q',
}

const headings = DESCRIPTION_PARTS.map(([, heading]) => heading).join('|')
const part = new RegExp(`(?:^|\\n\\n)(${headings}) `, 'u')

/** Takes a description apart where it was put together by us; any other is a definition as a whole. */
export function readDescription(description: string): IncomingCode['fields'] {
  const [definition = '', ...parts] = description.replaceAll(/\r\n?/g, '\n').trim().split(part)
  const fields = { definition: definition.trim(), include: '', exclude: '', example: '' }
  for (let at = 0; at < parts.length; at += 2) {
    const field = DESCRIPTION_PARTS.find(([, heading]) => heading === parts[at])?.[0]
    if (field) fields[field] = (parts[at + 1] ?? '').trim()
  }
  return fields
}

const familyByGuid = new Map(Family.options.map((family) => [FAMILY_GUIDS[family], family]))

const familyByTitle = new Map(Family.options.map((family) => [FAMILY_TITLES[family].toLowerCase(), family]))

/** The family a code is a heading over: by its GUID, or by its name where a tool has given it another. */
function headingOf(attributes: Attributes, guid: Uint8Array | null, atTop: boolean): FamilyName | null {
  const known = guid && familyByGuid.get(guidText(guid))
  if (known) return known
  const isHeading = atTop && /^(?:false|0)$/.test(attributes['isCodable'] ?? '')
  return (isHeading && familyByTitle.get((attributes['name'] ?? '').trim().toLowerCase())) || null
}

/** Follows the elements of the file; a heading over a family is none of its codes. */
class Collector {
  readonly codes: IncomingCode[] = []
  sets = 0
  isCodebook = false
  #open: { code: IncomingCode | null; family: FamilyName | null }[] = []
  #description: string | null = null
  #number = 0

  open(name: string, attributes: Attributes): void {
    if (name === 'q:CodeBook') this.isCodebook = true
    else if (name === 'q:Code') this.#openCode(attributes)
    else if (name === 'q:Description') this.#description = ''
    else if (name === 'q:Set') this.sets++
  }

  #openCode(attributes: Attributes): void {
    const above = this.#open.at(-1)
    const guid = guidBytes(attributes['guid'] ?? '')
    const heading = headingOf(attributes, guid, above === undefined)
    if (heading) {
      this.#open.push({ code: null, family: heading })
      return
    }
    const family = above?.family ?? null
    const colour = attributes['color'] ?? ''
    const code: IncomingCode = {
      line: ++this.#number,
      guid,
      code: null,
      name: (attributes['name'] ?? '').trim(),
      family,
      parent: above?.code ?? null,
      fields: { ...readDescription(''), ...(colour !== '' && { colour }) },
    }
    this.codes.push(code)
    this.#open.push({ code, family })
  }

  close(name: string): void {
    if (name === 'q:Code') this.#open.pop()
    if (name !== 'q:Description') return
    const code = this.#open.at(-1)?.code
    if (code && this.#description !== null) Object.assign(code.fields, readDescription(this.#description))
    this.#description = null
  }

  text(text: string): void {
    if (this.#description !== null) this.#description += text
  }
}

/** Throws `unsupported` when it is some other XML, `damaged` or `unsafe` as for any import. */
export function readRefiCodebook(xml: string, fileName: string): IncomingCodebook {
  const collector = new Collector()
  walkXml(xml, NAMESPACES, collector, fileName)
  if (!collector.isCodebook) {
    throw new CoreError(
      'unsupported',
      `${fileName} is not a REFI-QDA codebook of a version that can be read. Export it again as a codebook (.qdc).`,
    )
  }
  const codes = collector.codes.filter(({ name }) => name !== '')
  const nameless = collector.codes.filter(({ name }) => name === '')
  return {
    codes,
    problems: nameless.map(({ line }) => ({ line, message: `Code ${line} of the file has no name.` })),
    notes:
      collector.sets > 0
        ? [`Sets of codes (${collector.sets}) have no place in the codebook and are not read.`]
        : [],
  }
}
