/** Codes for tests, as small as they can be. */
import { Code } from '../../core/contract/codebook.ts'

export const code = (id: number, name: string, over: Partial<Record<keyof Code, unknown>> = {}): Code =>
  Code.parse({
    id,
    code: `theme.${id}`,
    fixed: false,
    family: 'theme',
    parent: null,
    name,
    definition: '',
    include: '',
    exclude: '',
    example: '',
    colour: null,
    aliases: [],
    version: 1,
    archived: false,
    order: id,
    level: null,
    side: null,
    clock: null,
    channel: null,
    pairsWith: null,
    valence: null,
    weight: null,
    used: 0,
    ...over,
  })

const spot = (id: number, name: string, level: string, parent: number | null, used = 0) =>
  code(id, name, { family: 'touchpoint', level, parent, code: `CMP${id}`, used })

/** Two stages of a journey with a touchpoint or two each, then two themes. */
export const CODEBOOK: readonly Code[] = [
  spot(1, 'Making a complaint', 'journey', null),
  spot(2, 'Raising it', 'stage', 1),
  spot(3, 'First report', 'touchpoint', 2, 4),
  spot(4, 'Acknowledgement', 'touchpoint', 2, 3),
  spot(5, 'Waiting', 'stage', 1),
  spot(6, 'Chasing', 'touchpoint', 5, 9),
  code(10, 'Stigma', { used: 2 }),
  code(11, 'Being passed around', { definition: 'From one team to the next.' }),
  code(12, 'Old idea', { archived: true }),
]
