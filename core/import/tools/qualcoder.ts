/** QualCoder projects (data.qda): sources as plain text, codings by character, cases with attributes. */
import type { Span } from '../../text/spans.ts'
import type { Warning } from '../model.ts'
import { text, whole, type Cell, type ForeignDb } from './database.ts'
import { NOBODY, type ToolCode, type ToolDocument, type ToolPassage, type ToolProject } from './model.ts'
import { codePointOffsets, verify } from './quotes.ts'

/** QualCoder's name for a coder who gave none. */
const DEFAULT_OWNER = 'default'

export const isQualCoder = (db: ForeignDb): boolean =>
  ['source', 'code_name', 'code_text'].every((table) => db.has(table))

export function readQualCoder(db: ForeignDb): ToolProject {
  return {
    tool: 'QualCoder',
    memos: memosOf(db),
    codes: codesOf(db),
    cases: casesOf(db),
    documents: documentsOf(db),
    warnings: leftOut(db),
  }
}

const ownerOf = (cell: Cell): string => (text(cell) === DEFAULT_OWNER ? NOBODY : text(cell))

function memosOf(db: ForeignDb): ToolProject['memos'] {
  const about = db.rows('project', ['memo']).map(({ memo }) => ({ text: text(memo), coder: NOBODY }))
  const journals = db.rows('journal', ['name', 'jentry', 'owner']).map(({ name, jentry, owner }) => ({
    text: [text(name), text(jentry)].filter(Boolean).join('\n'),
    coder: ownerOf(owner),
  }))
  return [...about, ...journals].filter((memo) => memo.text.trim() !== '')
}

/** Categories hold categories and codes. */
function codesOf(db: ForeignDb): ToolCode[] {
  const category = (id: Cell) => (id === null ? null : `category ${id}`)
  const categories = db
    .rows('code_cat', ['catid', 'name', 'memo', 'supercatid'])
    .map(({ catid, name, memo, supercatid }) => ({
      key: `category ${catid}`,
      name: text(name),
      parent: category(supercatid),
      definition: text(memo),
      colour: null,
    }))
  const codes = db
    .rows('code_name', ['cid', 'name', 'memo', 'catid', 'color'])
    .map(({ cid, name, memo, catid, color }) => ({
      key: String(cid),
      name: text(name),
      parent: category(catid),
      definition: text(memo),
      colour: /^#[0-9a-f]{6}$/i.test(text(color)) ? text(color).toLowerCase() : null,
    }))
  return [...categories, ...codes]
}

/** Attributes by the id of what they describe. */
function attributesOf(db: ForeignDb, kind: 'case' | 'file'): Map<number, Record<string, string>> {
  const found = new Map<number, Record<string, string>>()
  for (const { name, attr_type, value, id } of db.rows('attribute', ['name', 'attr_type', 'value', 'id'])) {
    if (text(attr_type) !== kind || text(value).trim() === '') continue
    const of = found.get(whole(id)) ?? {}
    of[text(name)] = text(value)
    found.set(whole(id), of)
  }
  return found
}

function casesOf(db: ForeignDb): ToolProject['cases'] {
  const attributes = attributesOf(db, 'case')
  return db.rows('cases', ['caseid', 'name', 'memo']).map(({ caseid, name, memo }) => ({
    name: text(name),
    memo: text(memo),
    attributes: attributes.get(whole(caseid)) ?? {},
  }))
}

function documentsOf(db: ForeignDb): ToolDocument[] {
  const attributes = attributesOf(db, 'file')
  const caseNames = new Map(
    db.rows('cases', ['caseid', 'name']).map(({ caseid, name }) => [whole(caseid), text(name)]),
  )
  const codings = Map.groupBy(
    db.rows('code_text', ['cid', 'fid', 'seltext', 'pos0', 'pos1', 'owner', 'memo', 'important']),
    ({ fid }) => whole(fid),
  )
  const notes = Map.groupBy(db.rows('annotation', ['fid', 'pos0', 'pos1', 'memo', 'owner']), ({ fid }) =>
    whole(fid),
  )
  const cases = Map.groupBy(db.rows('case_text', ['caseid', 'fid', 'pos0', 'pos1']), ({ fid }) => whole(fid))
  return textSources(db).map(({ id, name, fulltext, memo }) => {
    const words = text(fulltext)
    const spans = spansIn(words)
    const coded = (codings.get(whole(id)) ?? []).map((row): ToolPassage => {
      // Selections of older versions end paragraphs with U+2029, as the editor they were made in does.
      const quote = text(row.seltext).replaceAll('\u2029', '\n')
      const checked = verify(words, quote, spans(row))
      return {
        ...checked,
        quote,
        coder: ownerOf(row.owner),
        codes: [String(row.cid)],
        memo: text(row.memo),
        flagged: whole(row.important) === 1,
      }
    })
    const annotated = (notes.get(whole(id)) ?? []).map((row): ToolPassage => {
      const [span = { start: 0, end: 0 }] = spans(row)
      return {
        ...span,
        found: 'offsets',
        quote: words.slice(span.start, span.end),
        coder: ownerOf(row.owner),
        codes: [],
        memo: text(row.memo),
        flagged: false,
      }
    })
    return {
      name: text(name),
      memo: text(memo),
      text: words,
      passages: [...coded, ...annotated],
      cases: (cases.get(whole(id)) ?? []).map((row) => ({
        ...(spans(row)[0] ?? { start: 0, end: 0 }),
        name: caseNames.get(whole(row.caseid)) ?? '',
      })),
      attributes: attributes.get(whole(id)) ?? {},
    }
  })
}

const textSources = (db: ForeignDb) =>
  db.rows('source', ['id', 'name', 'fulltext', 'memo']).filter(({ fulltext }) => text(fulltext).trim() !== '')

/**
 * Selections made with the mouse count UTF-16 units, those of searches count code points; the file does not say which, so
 * both are tried against the quote.
 */
function spansIn(words: string): (row: { pos0: Cell; pos1: Cell }) => Span[] {
  const utf16 = codePointOffsets(words)
  return ({ pos0, pos1 }) => {
    const [start, end] = [whole(pos0), Math.max(whole(pos0), whole(pos1))]
    return [
      { start: utf16(start), end: utf16(end) },
      { start, end },
    ]
  }
}

function leftOut(db: ForeignDb): Warning[] {
  const media = db.rows('source', ['fulltext']).length - textSources(db).length
  const codings = db.rows('code_image', ['imid']).length + db.rows('code_av', ['avid']).length
  const warnings: Warning[] = []
  if (media > 0)
    warnings.push({
      code: 'media-left-out',
      message: `${media} pictures, recordings or empty files were left out: only text can be brought in.`,
    })
  if (codings > 0) {
    warnings.push({
      code: 'media-codings-left-out',
      message: `${codings} codings of pictures or recordings were left out. Export them from QualCoder as a report to keep them.`,
    })
  }
  return warnings
}
