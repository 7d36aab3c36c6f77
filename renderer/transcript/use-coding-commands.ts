/** The commands that code: from the command table to the selection. */
import type { Family } from '../../core/contract/common.ts'
import { isCaret, selectionOf, spanOf, unitAt } from '../../core/text/selection.ts'
import { useCommands, type CommandHandlers } from '../app/registry.ts'
import { announce } from '../ui/announce.ts'
import type { Store } from '../ui/store.ts'
import type { Codes } from './data/codes.ts'
import type { Memory } from './data/memory.ts'
import type { Desk } from './use-desk.ts'

const SLOTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const FRUSTRATION = 'frustration'

export function useCodingCommands(desk: Desk | null, codes: Codes, memory: Store<Memory>): void {
  useCommands(desk === null ? {} : handlersFor(desk, codes, memory))
}

function handlersFor(
  { reader, transcript, actions }: Desk,
  codes: Codes,
  memory: Store<Memory>,
): CommandHandlers {
  // With only a caret the sentence is meant: select it first, so that it is seen.
  const selectWords = () => {
    const { selection } = reader.get()
    const sentence = isCaret(selection) ? unitAt(transcript, 'sentence', selection.focus) : null
    if (sentence !== null) reader.set({ selection: selectionOf(sentence) })
  }
  const open = (family: Family | null) => () => {
    selectWords()
    reader.set({
      palette: { family },
      hovered: null,
      reveal: { offset: spanOf(reader.get().selection).start, where: 'nearest' },
    })
  }
  const frustration = codes.list.find(({ code, archived }) => code === FRUSTRATION && !archived)
  const quick = (slot: number) => () => {
    const id = memory.get().quick[slot - 1] ?? null
    const code = id === null ? undefined : codes.byId.get(id)
    if (code === undefined)
      announce(`Quick code ${slot} is not set. Open the palette and press Alt ${slot} on a code`)
    else actions.code([{ code: code.id }])
  }
  return {
    'coding.any': open(null),
    'coding.touchpoint': open('touchpoint'),
    'coding.emotion': open('emotion'),
    'coding.reason': open('reason'),
    'coding.layer': open('layer'),
    'coding.channel': open('channel'),
    'coding.theme': open('theme'),
    'coding.frustration': frustration === undefined ? false : () => actions.code([{ code: frustration.id }]),
    'coding.again': actions.codeAgain,
    'coding.inVivo': actions.codeInVivo,
    'coding.mild': () => actions.setIntensity(1),
    'coding.clear': () => actions.setIntensity(2),
    'coding.strong': () => actions.setIntensity(3),
    'coding.implied': () => actions.toggleStance(),
    'coding.memo': () => {
      selectWords()
      reader.set({ isWriting: true, hovered: null })
    },
    'coding.flag': actions.flag,
    'codebook.new': open('theme'),
    'coding.remove': () => actions.remove(),
    'coding.endLater': () => actions.nudge('end', 1),
    'coding.endEarlier': () => actions.nudge('end', -1),
    'coding.startEarlier': () => actions.nudge('start', -1),
    'coding.startLater': () => actions.nudge('start', 1),
    ...Object.fromEntries(SLOTS.map((slot) => [`coding.quick${slot}`, quick(slot)])),
  }
}
