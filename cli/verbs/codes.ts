/** The codebook. */
import { z } from 'zod'
import { Family } from '../../core/contract/common.ts'
import { table } from '../text.ts'
import { verb } from '../verb.ts'

export const codes = verb({
  usage: 'codes <project>',
  about: 'List the codebook: touchpoints, emotions, reasons and the rest.',
  options: { '--family <family>': `one of ${Family.options.join(', ')}` },
  accepts: z.object({ project: z.string(), family: Family.optional() }),
  run: async ({ project, family }, session) => {
    const ask = await session.read(project)
    const { codes } = await ask('codebook.list', {})
    const shortIds = new Map(codes.map(({ id, code }) => [id, code]))
    const short = (id: (typeof codes)[number]['parent']) => (id === null ? null : (shortIds.get(id) ?? null))
    const shown = codes
      .filter((code) => family === undefined || code.family === family)
      .map(({ code, name, family, parent, pairsWith, ...rest }) => ({
        code,
        name,
        family,
        parent: short(parent),
        pairsWith: short(pairsWith),
        ...rest,
      }))
    return {
      json: { codes: shown },
      text: table(
        shown,
        {
          code: (row) => row.code,
          family: (row) => row.family,
          name: (row) => row.name,
          used: (row) => row.used,
        },
        'No codes in this family yet.',
      ),
    }
  },
})
