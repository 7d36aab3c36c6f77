/** New projects: the housing study template carried in as data, or a blank codebook with only the method's families. */
import { z } from 'zod'
import type { Clock, Ids } from '../context.ts'
import type { WritableDb } from '../db/database.ts'
import { sql } from '../db/sql.ts'
import { ProjectSettings } from '../contract/project.ts'
import housing from './templates/housing.json' with { type: 'json' }

export const TemplateName = z.enum(['housing', 'blank'])
export type TemplateName = z.infer<typeof TemplateName>

const Attributes = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    values: z.array(z.string()).nullish(),
    sensitivity: z.enum(['A', 'B', 'C']),
  }),
)
const Template = z.object({
  version: z.string(),
  journeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      jurisdiction: z.string().optional(),
      stages: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          touchpoints: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              side: z.string(),
              definition: z.string(),
              exclude: z.string().optional(),
              example: z.string().optional(),
              pairsWith: z.union([z.string(), z.array(z.string())]).optional(),
              clock: z.string().optional(),
              tsm: z.unknown().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
  emotions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      valence: z.string(),
      arousal: z.string().optional(),
      frustrationWeight: z.number(),
      definition: z.string(),
      include: z.string().optional(),
      exclude: z.string().optional(),
      example: z.string().optional(),
    }),
  ),
  whyCodes: z.array(z.object({ id: z.string(), name: z.string(), definition: z.string().optional() })),
  analyticLayers: z.array(z.string()),
  channels: z.array(z.string()),
  residentAttributes: Attributes,
  colleagueAttributes: Attributes,
})

/** Short ids of the method’s own emotions and layers: figures and suggestions find them by these. */
export const METHOD_IDS: ReadonlySet<string> = new Set([
  ...housing.emotions.map(({ id }) => id),
  ...housing.analyticLayers.map(layerId),
])

interface NewCode {
  key: string
  family: string
  name: string
  parent?: number | null
  level?: string
  side?: string
  definition?: string | undefined
  include?: string | undefined
  exclude?: string | undefined
  example?: string | undefined
  clock?: string | undefined
  valence?: string
  weight?: number
  facts?: object
}

/** Ids of the nine channels of the template, by the words they are named with. */
const CHANNEL_IDS: Record<string, string> = {
  Phone: 'phone',
  'App / portal': 'app',
  Email: 'email',
  'Live chat': 'chat',
  'SMS / WhatsApp': 'sms',
  Letter: 'letter',
  'In person': 'in_person',
  'Via representative': 'representative',
  'Social media': 'social',
}

function layerId(layer: string): string {
  return `layer.${layer}`
}

const sentenceCase = (id: string): string => {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Fills an empty project file. Returns the number of codes. */
export function fillProject(
  db: WritableDb,
  about: { name: string; template: TemplateName; clock: Clock; ids: Ids },
): number {
  const { ids } = about
  const template = Template.parse(housing)
  let order = 0

  const addCode = (code: NewCode): number =>
    db.run(sql`
      INSERT INTO code (guid, key, family, parent, name, definition, include, exclude, example, ord, level, side, clock, valence, weight, facts)
      VALUES (${ids()}, ${code.key}, ${code.family}, ${code.parent ?? null}, ${code.name}, ${code.definition ?? ''}, ${code.include ?? ''},
        ${code.exclude ?? ''}, ${code.example ?? ''}, ${order++}, ${code.level ?? null}, ${code.side ?? null}, ${code.clock ?? null},
        ${code.valence ?? null}, ${code.weight ?? null}, ${JSON.stringify(code.facts ?? {})})`).id

  return db.transaction(() => {
    db.run(sql`
      INSERT INTO project (id, guid, name, template, template_version, created, settings)
      VALUES (1, ${ids()}, ${about.name}, ${about.template}, ${template.version}, ${about.clock()},
        ${JSON.stringify(ProjectSettings.parse({}))})`)
    if (about.template === 'housing') addJourneys(db, template, addCode)
    addFeelings(template, addCode)
    addAttributes(db, template.residentAttributes, 'resident')
    addAttributes(db, template.colleagueAttributes, 'colleague')
    return db.value<number>(sql`SELECT count(*) FROM code`) ?? 0
  })
}

function addJourneys(
  db: WritableDb,
  template: z.infer<typeof Template>,
  addCode: (code: NewCode) => number,
): void {
  const pairs: [number, string][] = []
  for (const journey of template.journeys) {
    const facts = journey.jurisdiction === undefined ? {} : { jurisdiction: journey.jurisdiction }
    const parent = addCode({
      key: journey.id,
      family: 'touchpoint',
      name: journey.name,
      level: 'journey',
      facts,
    })
    for (const stage of journey.stages) {
      const inStage = addCode({
        key: stage.id,
        family: 'touchpoint',
        name: stage.name,
        parent,
        level: 'stage',
      })
      for (const touchpoint of stage.touchpoints) {
        const { id: key, pairsWith, ...rest } = touchpoint
        const id = addCode({
          ...rest,
          key,
          family: 'touchpoint',
          parent: inStage,
          level: 'touchpoint',
          facts: { tsm: rest.tsm },
        })
        const pair = Array.isArray(pairsWith) ? pairsWith[0] : pairsWith
        if (pair !== undefined) pairs.push([id, pair])
      }
    }
  }
  for (const [id, key] of pairs) {
    db.run(sql`UPDATE code SET pairs_with = (SELECT id FROM code WHERE key = ${key}) WHERE id = ${id}`)
  }
}

/** Emotions, reasons, layers and channels: the method's own families, in every template. */
function addFeelings(template: z.infer<typeof Template>, addCode: (code: NewCode) => number): void {
  for (const { id: key, frustrationWeight, ...emotion } of template.emotions) {
    addCode({ ...emotion, key, family: 'emotion', weight: Math.round(frustrationWeight * 1000) })
  }
  for (const { id: key, ...reason } of template.whyCodes) addCode({ ...reason, key, family: 'reason' })
  for (const layer of template.analyticLayers) {
    addCode({ key: layerId(layer), family: 'layer', name: sentenceCase(layer) })
  }
  for (const channel of template.channels) {
    const id = CHANNEL_IDS[channel] ?? channel.toLowerCase().replaceAll(/[^a-z]+/g, '_')
    addCode({ key: `channel.${id}`, family: 'channel', name: channel })
  }
}

function addAttributes(db: WritableDb, attributes: z.infer<typeof Attributes>, appliesTo: string): void {
  for (const attribute of attributes) {
    const order = db.value<number>(sql`SELECT count(*) FROM attribute`) ?? 0
    db.run(sql`
      INSERT INTO attribute (key, name, type, choices, sensitivity, applies_to, ord)
      VALUES (${attribute.id}, ${attribute.name}, ${attribute.type}, ${JSON.stringify(attribute.values ?? [])},
        ${attribute.sensitivity}, ${appliesTo}, ${order})`)
  }
}
