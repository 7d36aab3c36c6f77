/** Finding words in transcripts and passages by their codes; coding what is found. */
import { paceOf } from '../analysis/pace.ts'
import { passageRows } from '../codings/read.ts'
import { CoreError } from '../contract/errors.ts'
import type { Handlers } from '../context.ts'
import { fileStem } from '../exporting/handlers.ts'
import { recordFile } from '../exporting/record.ts'
import { alreadyCoded, codePlaces, placesToCode } from './code-hits.ts'
import { passagesFile } from './file.ts'
import { countTurns, everyFound, toFoundTurn, turnsByWords, type FoundTurnOut } from './places.ts'
import { retrieve } from './retrieve.ts'
import { removeQuery, savedQueries, saveQuery } from './saved.ts'
import { matchOf } from './words.ts'

const passagesInWords = (count: number) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? 'passage' : 'passages'}`

export const search: Handlers<'search'> = {
  text: ({ db }, { text, offset, limit, ...where }) => {
    const match = matchOf(text)
    if (match === null) return { total: 0, turns: [] }
    return {
      total: countTurns(db, match, where),
      turns: turnsByWords(db, match, where, { offset, limit }).map(toFoundTurn),
    }
  },

  pattern: async (context, { limit, ...find }) => {
    const turns: FoundTurnOut[] = []
    for await (const found of everyFound(context.db, { ...find, mode: 'pattern' }, paceOf(context).breathe)) {
      if (turns.length === limit) return { turns, more: true }
      turns.push(toFoundTurn(found))
    }
    return { turns, more: false }
  },

  codePreview: async (context, { find, level, codes }) => {
    const { db, coderName } = context
    const found = everyFound(db, find, paceOf(context).breathe)
    const { places, sample } = await placesToCode(found, level)
    return {
      passages: places.length,
      documents: new Set(places.map(({ document }) => document)).size,
      already: alreadyCoded(
        db,
        places,
        coderName,
        codes.map(({ code }) => code),
      ),
      sample: sample.map(toFoundTurn),
    }
  },

  codeHits: async (context, { find, level, codes }) => {
    const { places } = await placesToCode(everyFound(context.db, find, paceOf(context).breathe), level)
    if (places.length === 0) {
      throw new CoreError('empty', 'The search finds nothing, so there is nothing to code. Change the words.')
    }
    let label = ''
    const { result, step } = context.write('search.codeHits', (command) => {
      const { spoken, ...counts } = codePlaces(command, places, codes)
      label = `Coded ${passagesInWords(counts.passages)} found by a search “${spoken.join(' · ')}”`
      command.say(label)
      return counts
    })
    return { step, label, ...result }
  },

  retrieve: ({ db }, { query, offset, limit }) => {
    const passages = retrieve(db, query)
    return { total: passages.length, passages: passageRows(db, passages.slice(offset, offset + limit)) }
  },

  retrieveFile: async (context, { query, name, format }) => {
    const { db } = context
    const title = name || 'Retrieved passages'
    const { bytes, rows, lost } = passagesFile(db, { title, passages: retrieve(db, query), format })
    const left = `Exported ${passagesInWords(rows)} of a query as ${format === 'md' ? 'Markdown' : 'CSV'}`
    recordFile(context, 'search.retrieveFile', left)
    const safe = title.replaceAll(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').trim() || 'Retrieved passages'
    return { name: `${fileStem(db)} – ${safe}.${format}`, bytes, rows, lost }
  },

  queries: ({ db }) => ({ queries: savedQueries(db) }),

  saveQuery: (context, saved) => ({ id: saveQuery(context, saved) }),

  removeQuery: (context, { id }) => {
    removeQuery(context, id)
    return {}
  },
}
