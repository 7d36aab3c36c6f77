/** How many people a figure needs, as the study has it: fewer than `smallN` have no colour, fewer than `thinN` are hatched. */
import { ProjectSettings } from '../../core/contract/project.ts'
import { useAsk } from '../data.ts'

const USUAL = ProjectSettings.parse({})

export function useThresholds(): { smallN: number; thinN: number } {
  return useAsk('project.info', {}).data?.settings ?? USUAL
}
