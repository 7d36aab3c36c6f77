/** Taguette projects (.sqlite3): documents as HTML, highlights in UTF-8 bytes over the text, tags with paths. */
import { text, whole, type ForeignDb, type Rows } from './database.ts'
import { htmlText } from './html-text.ts'
import { NOBODY, type ToolCode, type ToolDocument, type ToolProject } from './model.ts'
import { verify } from './quotes.ts'

/** Taguette's single user on a researcher's own machine. */
const ALONE = 'admin'

export const isTaguette = (db: ForeignDb): boolean =>
  ['documents', 'highlights', 'tags', 'highlight_tags'].every((table) => db.has(table))

export function readTaguette(db: ForeignDb): ToolProject {
  const projects = db.rows('projects', ['id', 'name', 'description'])
  return {
    tool: 'Taguette',
    memos: projects
      .filter(({ description }) => text(description).trim() !== '')
      .map(({ description }) => ({ text: text(description), coder: NOBODY })),
    codes: codesOf(db.rows('tags', ['id', 'project_id', 'path', 'description', 'parent_id'])),
    cases: [],
    documents: documentsOf(db),
    warnings: [],
  }
}

function documentsOf(db: ForeignDb): ToolDocument[] {
  const tags = Map.groupBy(db.rows('highlight_tags', ['highlight_id', 'tag_id']), ({ highlight_id }) =>
    whole(highlight_id),
  )
  const makers = makersOf(db.rows('commands', ['id', 'user_login', 'payload']))
  const highlights = Map.groupBy(
    db.rows('highlights', ['id', 'document_id', 'start_offset', 'end_offset', 'snippet']),
    ({ document_id }) => whole(document_id),
  )
  return db.rows('documents', ['id', 'name', 'description', 'contents']).map((document) => {
    const { text: words, offset } = htmlText(text(document.contents))
    const passages = (highlights.get(whole(document.id)) ?? []).map((highlight) => {
      const span = { start: offset(whole(highlight.start_offset)), end: offset(whole(highlight.end_offset)) }
      const quote = htmlText(text(highlight.snippet)).text
      const checked = verify(words, quote, [span])
      // What was shown in Taguette is what stands at the offsets; older versions cut the snippet in the wrong place.
      const overlap = Math.min(checked.end, span.end) - Math.max(checked.start, span.start)
      const isShown = checked.found === 'quote' && overlap * 2 >= span.end - span.start
      return {
        ...checked,
        ...(isShown && span),
        quote: isShown ? words.slice(span.start, span.end) : quote,
        coder: makers.get(whole(highlight.id)) ?? NOBODY,
        codes: (tags.get(whole(highlight.id)) ?? []).map(({ tag_id }) => String(tag_id)),
        memo: '',
        flagged: false,
      }
    })
    return {
      name: text(document.name),
      memo: text(document.description),
      text: words,
      passages,
      cases: [],
      attributes: {},
    }
  })
}

/** Who made each highlight, from the log of commands. */
function makersOf(commands: Rows<'id' | 'user_login' | 'payload'>): Map<number, string> {
  const makers = new Map<number, string>()
  for (const { user_login, payload } of commands) {
    const command = jsonObject(text(payload))
    const login = text(user_login)
    if (command['type'] === 'highlight_add' && login !== ALONE)
      makers.set(Number(command['highlight_id']), login)
  }
  return makers
}

function jsonObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const SEPARATOR = /\s*(?:::|[/>.|])\s*/gu

/**
 * Tags as codes. Their order in a tree is stated (newer files), or read from their paths: a part before a separator is a
 * parent when it is a tag itself or begins at least two tags.
 */
function codesOf(tags: Rows<'id' | 'project_id' | 'path' | 'description' | 'parent_id'>): ToolCode[] {
  const codes = new Map<string, ToolCode>()
  const byPath = new Map(tags.map(({ id, path }) => [text(path), String(id)]))
  const shared = new Map<string, number>()
  for (const { path } of tags)
    for (const prefix of prefixes(text(path))) shared.set(prefix, (shared.get(prefix) ?? 0) + 1)
  const isParent = (prefix: string) => byPath.has(prefix) || (shared.get(prefix) ?? 0) > 1
  /** The code of a prefix, made when it is no tag; with the part of the path it stands for. */
  const parentOf = (path: string): { key: string; length: number } | null => {
    const prefix = prefixes(path).findLast(isParent)
    if (prefix === undefined) return null
    const key = byPath.get(prefix) ?? `path ${prefix}`
    if (!byPath.has(prefix) && !codes.has(key)) {
      const above = parentOf(prefix)
      codes.set(key, {
        key,
        name: lastPart(prefix, above?.length),
        parent: above?.key ?? null,
        definition: '',
        colour: null,
      })
    }
    return { key, length: prefix.length }
  }
  for (const { id, path, description, parent_id } of tags) {
    const stated = parent_id === null ? null : { key: String(parent_id), length: undefined }
    const parent = stated ?? parentOf(text(path))
    const name = lastPart(text(path), parent?.length)
    codes.set(String(id), {
      key: String(id),
      name,
      parent: parent?.key ?? null,
      definition: text(description),
      colour: null,
    })
  }
  return [...codes.values()]
}

/** Every part of a path that ends before a separator, shortest first. */
function prefixes(path: string): string[] {
  return [...path.matchAll(SEPARATOR)]
    .map(({ index }) => path.slice(0, index))
    .filter((prefix) => prefix !== '')
}

function lastPart(path: string, from: number | undefined): string {
  if (from === undefined) return path
  return path.slice(from).replace(/^\s*(?:::|[/>.|])\s*/u, '') || path
}
