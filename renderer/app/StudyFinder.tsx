/** Puts the study's own things in the palette: transcripts, codes, participants, and searching for the words typed. */
import { useAsk } from '../data.ts'
import { FamilyMark, familyName } from '../ui/Code.tsx'
import { usePaletteSource } from './palette-items.ts'
import { go } from './router.ts'

/** On the page only while the palette is open, so that nothing is asked for otherwise. */
export function StudyFinder() {
  const documents = useAsk('documents.list', {}).data?.documents ?? []
  const codes = useAsk('codebook.list', {}).data?.codes ?? []
  const people = useAsk('participants.list', {}).data?.participants ?? []
  usePaletteSource(
    'Transcripts',
    documents.map(({ document, name, kind }) => ({
      id: `document:${document}`,
      title: name,
      words: kind,
      detail: kind,
      run: () => go({ room: 'code', path: [String(document)] }),
    })),
  )
  usePaletteSource(
    'Codes',
    codes
      .filter(({ archived }) => !archived)
      .map((code) => ({
        id: `code:${code.id}`,
        title: code.name,
        words: [code.code, ...code.aliases].join(' '),
        detail: familyName(code.family),
        mark: <FamilyMark family={code.family} code={code} />,
        run: () =>
          code.level === 'touchpoint'
            ? go({ room: 'touchpoints', path: [code.code] })
            : go({ room: 'codebook', path: [code.code] }),
      })),
  )
  usePaletteSource(
    'Participants',
    people.map(({ id, name, role }) => ({
      id: `participant:${id}`,
      title: name,
      detail: role,
      run: () => go({ room: 'participants', path: [String(id)] }),
    })),
  )
  return null
}
