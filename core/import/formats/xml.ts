/** Walks XML in one pass, with the dangerous parts of XML (document types, entities) refused. */
import { SaxesParser } from 'saxes'
import { damaged, ImportError } from '../errors.ts'

export type Attributes = Record<string, string>

export interface XmlHandler {
  /** `name` carries the prefix the caller knows the namespace by; attributes keep the prefix of the file. */
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** Namespace address → the prefix the caller uses for it. */
export type Prefixes = Record<string, string>

const MAX_DEPTH = 100_000

/** Decodes a part of a package by its byte order mark or XML declaration; XML is UTF-8 or UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

/** Calls `handler` for every element and text of `xml`. Throws `unsafe` or `damaged`. */
export function walkXml(xml: string, prefixes: Prefixes, handler: XmlHandler, fileName: string): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names = new NameTable(prefixes)
  let depth = 0
  parser.on('doctype', () => {
    throw new ImportError(
      'unsafe',
      `${fileName} declares XML entities, which a text document never needs. Save a new copy from Word or LibreOffice and import that.`,
    )
  })
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw damaged(fileName, 'its parts are nested too deeply')
    names.declare(tag.attributes)
    handler.open(names.known(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    handler.close(names.known(tag.name))
  })
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw damaged(fileName, 'its XML is not well formed', error)
  }
}

/** Value of the attribute with this local name, whatever prefix the file gives it. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  const usual = attributes[`w:${local}`] ?? attributes[local]
  if (usual !== undefined) return usual
  const name = Object.keys(attributes).find((name) => name.endsWith(`:${local}`))
  return name === undefined ? undefined : attributes[name]
}

/** Translates the file's own prefixes into the caller's; faster than full namespace tracking. */
class NameTable {
  #prefixes: Prefixes
  #declared = new Map<string, string>()
  #cache = new Map<string, string>()

  constructor(prefixes: Prefixes) {
    this.#prefixes = prefixes
  }

  declare(attributes: Attributes): void {
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      const address = attributes[name] ?? ''
      const known = this.#prefixes[address]
      if (known === undefined) continue
      this.#declared.set(name.slice('xmlns:'.length), known)
      this.#cache.clear()
    }
  }

  known(name: string): string {
    const cached = this.#cache.get(name)
    if (cached !== undefined) return cached
    const colon = name.indexOf(':')
    const prefix = this.#declared.get(colon < 0 ? '' : name.slice(0, colon))
    const known = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
    this.#cache.set(name, known)
    return known
  }
}
