/** A project as a whole: making one, its health, its settings. */
import { basename } from 'node:path'
import { z } from 'zod'
import { CoreError } from '../../core/contract/errors.ts'
import { ProjectSettings, SettingsChange } from '../../core/contract/project.ts'
import { count, table } from '../text.ts'
import { verb } from '../verb.ts'

export const newVerb = verb({
  usage: 'new <project>',
  about: 'Make a project file.',
  options: {
    '--template <name>': 'housing (journeys, emotions, reasons) or blank',
    '--name <name>': 'name of the study; the file name where none is given',
  },
  accepts: z.object({
    project: z.string().min(1),
    template: z.enum(['housing', 'blank']).default('housing'),
    name: z.string().trim().min(1).max(200).optional(),
  }),
  run: async ({ project, template, name }) => {
    const { makeProject } = await import('../project.ts')
    const { file, codes } = makeProject(project, { template, name: name ?? basename(project, '.waymark') })
    return {
      json: { project: file, template, codes },
      text: `Made ${file} with ${count(codes, 'code')}.`,
    }
  },
})

export const check = verb({
  usage: 'check <project>',
  about: 'Check the file, its references, and every quote against its text.',
  accepts: z.object({ project: z.string() }),
  run: async ({ project }, session) => {
    const ask = await session.read(project)
    const found = await ask('project.check', {})
    const { integrity, foreignKeys, anchors } = found
    const problems = [
      ...integrity,
      ...(foreignKeys > 0 ? [count(foreignKeys, 'reference leads', 'references lead') + ' nowhere'] : []),
      ...anchors.broken.map(
        ({ document, start, end }) =>
          `The quote at ${start}–${end} of transcript ${document} is not its text`,
      ),
    ]
    return {
      json: found,
      text: [`${count(anchors.checked, 'quote')} checked.`, ...(found.ok ? ['All is well.'] : problems)].join(
        '\n',
      ),
      failed: !found.ok,
    }
  },
})

/** `smallN=5` as a setting and its value: numbers and true or false are read as such. */
function parseSetting(change: string): [string, unknown] {
  const at = change.indexOf('=')
  const [name, value] = [change.slice(0, at), change.slice(at + 1)]
  if (at < 1 || !Object.hasOwn(ProjectSettings.shape, name)) {
    const known = Object.keys(ProjectSettings.shape).join(', ')
    throw new CoreError('invalid', `“${change}” is not a setting. Write name=value with one of ${known}.`)
  }
  return [name, /^(true|false|\d+)$/.test(value) ? JSON.parse(value) : value]
}

export const settings = verb({
  usage: 'settings <project> [changes...]',
  about: 'Show the settings of a study, or change some of them.',
  more: 'Example: waymark settings study.waymark smallN=5 suggestions=false',
  accepts: z.object({ project: z.string(), changes: z.array(z.string()).default([]) }),
  run: async ({ project, changes }, session) => {
    const ask = changes.length > 0 ? await session.write(project) : await session.read(project)
    if (changes.length > 0) {
      const wanted = SettingsChange.parse(Object.fromEntries(changes.map(parseSetting)))
      await ask('project.set', wanted)
    }
    const { name, template, created, schema, counts, settings, revision } = await ask('project.info', {})
    return {
      json: { name, template, created, schema, counts, settings, revision },
      text: table(
        Object.entries({ name, template, ...counts, ...settings }),
        { '': ([key]) => key, ' ': ([, value]) => String(value) },
        '',
      ).trim(),
    }
  },
})
