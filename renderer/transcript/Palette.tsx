/** Opens what stands beside the selection of a reader: the coding palette, a memo being written. */
import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { spanOf } from '../../core/text/selection.ts'
import { announce } from '../ui/announce.ts'
import { useStore, type Store } from '../ui/store.ts'
import type { Codes } from './data/codes.ts'
import { remember, withQuick, type Memory } from './data/memory.ts'
import { CodingPalette } from './palette/CodingPalette.tsx'
import { rangeOf } from './reader/points.ts'
import { MemoBox } from './MemoBox.tsx'
import type { PaletteAsk, ReaderState, ReaderStore } from './state.ts'
import type { Desk } from './use-desk.ts'

interface PaletteProps {
  desk: Desk
  codes: Codes
  memory: Store<Memory>
}

export function Palette({ desk, codes, memory }: PaletteProps) {
  const { reader } = desk
  const asked = useStore(reader, (state) => state.palette)
  const isWriting = useStore(reader, (state) => state.isWriting)
  const beside = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (asked !== null || isWriting) standBeside(beside.current, desk)
  }, [asked, isWriting, desk])
  const isOpen = asked !== null
  useEffect(() => {
    if (!isOpen) return
    const onPress = (event: PointerEvent) => {
      const isInside = event.target instanceof Element && event.target.closest('.coding') !== null
      if (!isInside) reader.set({ palette: null })
    }
    addEventListener('pointerdown', onPress)
    return () => removeEventListener('pointerdown', onPress)
  }, [isOpen, reader])
  // A transcript that leaves the page closes its palette.
  useEffect(() => () => reader.set({ palette: null }), [reader])
  return (
    <div ref={beside} className="palette-beside">
      {isWriting ? (
        <MemoBox desk={desk} beside={beside} onClose={() => close(reader, { isWriting: false })} />
      ) : null}
      {asked === null ? null : (
        <OpenPalette desk={desk} codes={codes} memory={memory} asked={asked} beside={beside} />
      )}
    </div>
  )
}

interface OpenPaletteProps extends PaletteProps {
  asked: PaletteAsk
  beside: RefObject<HTMLElement | null>
}

function OpenPalette({ desk, codes, memory, asked, beside }: OpenPaletteProps) {
  const { reader, coded, actions } = desk
  const pinned = useStore(reader, (state) => state.pinned)
  const passage = useStore(coded, ({ passages }) => passages.find(({ id }) => id === pinned))
  const { recent, quick } = useStore(memory)
  const applied = useMemo(() => new Set(passage?.codings.map(({ code }) => code)), [passage])
  const onClose = () => close(reader, { palette: null })
  return (
    <CodingPalette
      beside={beside}
      family={asked.family}
      codes={codes.list}
      recent={recent}
      quick={quick}
      applied={applied}
      onCode={(code) => {
        if (asked.use === undefined) actions.code([{ code: code.id }])
        else {
          asked.use(code.id)
          onClose()
        }
      }}
      onNew={actions.codeAsNew}
      onIntensity={(intensity) => actions.setIntensity(intensity)}
      onQuick={(at, code) => {
        remember(memory, { quick: withQuick(quick, at, code.id) })
        announce(`Alt ${at + 1} now codes “${code.name}”`)
      }}
      onClose={onClose}
    />
  )
}

/** The keys go back to the text. */
function close(reader: ReaderStore, next: Partial<ReaderState>): void {
  reader.set(next)
  document.getElementById(reader.id)?.focus({ preventScroll: true })
}

/** Lays an empty box under the selected words, so that the palette never covers them. */
function standBeside(box: HTMLElement | null, { reader, transcript }: Desk): void {
  const page = box?.offsetParent
  const range = rangeOf(reader.id, transcript.turns, spanOf(reader.get().selection))
  if (box === null || !(page instanceof HTMLElement) || range === null) return
  const words = range.getBoundingClientRect()
  const from = page.getBoundingClientRect()
  box.style.top = `${words.top - from.top}px`
  box.style.left = `${words.left - from.left}px`
  box.style.width = `${words.width}px`
  box.style.height = `${words.height}px`
}
