/** Document properties of Office and OpenDocument files, as "Title: …" asides. */
import type { Aside } from '../model.ts'
import { walkXml, type Attributes } from './xml.ts'

/** Local names worth reading, with the words a researcher knows them by. */
const NAMES: Record<string, string> = {
  title: 'Title',
  subject: 'Subject',
  creator: 'Author',
  'initial-creator': 'Author',
  keywords: 'Keywords',
  keyword: 'Keywords',
  description: 'Description',
  category: 'Category',
}

/** What programs write about themselves. */
const TECHNICAL = /^(?:AppVersion|ContentTypeId|MSIP_Label_\w{1,80}|_\w{1,40}): /

/** Properties of the given parts; `property` and `user-defined` elements carry their own names. */
export function readProperties(xmls: (string | undefined)[], fileName: string): Aside[] {
  const asides: Aside[] = []
  for (const xml of xmls) {
    if (xml === undefined) continue
    const handler = new PropertyWalker(asides)
    walkXml(xml, {}, handler, fileName)
  }
  return asides
}

class PropertyWalker {
  readonly #asides: Aside[]
  #name: string | undefined
  #value = ''

  constructor(asides: Aside[]) {
    this.#asides = asides
  }

  open(name: string, attributes: Attributes): void {
    const local = name.slice(name.indexOf(':') + 1)
    if (local === 'property') this.#start(attributes['name'])
    else if (local === 'user-defined') this.#start(attributes['meta:name'])
    else if (NAMES[local] !== undefined) this.#start(NAMES[local])
  }

  text(text: string): void {
    if (this.#name !== undefined) this.#value += text
  }

  close(name: string): void {
    const local = name.slice(name.indexOf(':') + 1)
    const ends = local === 'property' || local === 'user-defined' || NAMES[local] !== undefined
    if (!ends || this.#name === undefined) return
    const value = this.#value.trim()
    const text = `${this.#name}: ${value}`
    const known = this.#asides.some((aside) => aside.text === text)
    if (value !== '' && !known && !TECHNICAL.test(text)) this.#asides.push({ where: 'property', text })
    this.#name = undefined
  }

  #start(name: string | undefined): void {
    this.#name = name
    this.#value = ''
  }
}
