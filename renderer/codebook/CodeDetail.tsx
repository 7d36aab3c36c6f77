/** One code: what it is called, what it means, what belongs to it and what does not, and its family's facts. */
import { Pencil } from 'lucide-react'
import type { Code } from '../../core/contract/codebook.ts'
import { useRun } from '../app/place.ts'
import { replaceRoute } from '../app/router.ts'
import { useDo } from '../data.ts'
import { MemosOn } from '../memos/MemosOn.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Badge, FamilyMark } from '../ui/Code.tsx'
import { Draft } from '../ui/Draft.tsx'
import { TextField } from '../ui/Field.tsx'
import { CodeMenu } from './CodeMenu.tsx'
import { Colours } from './Colours.tsx'
import { placeOf } from './place.ts'
import { EmotionFacts, TouchpointFacts } from './FamilyFacts.tsx'
import { above } from './tree.ts'
import { problemOfShortId } from './short-id.ts'
import { codingsInWords, familyTitle, joinNames, passagesInWords, splitNames } from './words.ts'
import type { ChangeCode } from './use-codebook.ts'
import { HEADING_ID } from './use-naming.ts'

interface CodeDetailProps {
  code: Code
  codes: readonly Code[]
  byId: ReadonlyMap<number, Code>
  /** Codings under an older definition. */
  older: number
  onReviewOlder: () => void
}

export function CodeDetail({ code, codes, byId, older, onReviewOlder }: CodeDetailProps) {
  const run = useRun()
  const change = useDo('codebook.change')
  const set: ChangeCode = (fields) => change.mutate({ code: code.id, ...fields })
  // The address may name the code by the short id it had.
  const setShortId = (shortId: string) =>
    change.mutate({ code: code.id, shortId }, { onSuccess: () => replaceRoute(placeOf(code.id)) })
  return (
    <article className="codebook-detail" aria-labelledby={HEADING_ID}>
      <header className="codebook-head">
        <h2 id={HEADING_ID} tabIndex={-1}>
          <FamilyMark family={code.family} code={code} />
          {code.name}
        </h2>
        <IconButton
          label="Rename"
          keys="F2"
          icon={<Pencil aria-hidden />}
          onPress={() => run('codebook.rename')}
        />
        <CodeMenu code={code} hasChildren={codes.some(({ parent }) => parent === code.id)} />
        <p className="codebook-facts">
          <span className="codebook-key">{code.code}</span>
          <span>{pathOf(byId, code)}</span>
          <span>{codingsInWords(code.used)}</span>
          {code.version > 1 ? <span>definition {code.version}</span> : null}
          {code.archived ? <Badge>archived</Badge> : null}
        </p>
      </header>
      {older === 0 ? null : (
        <Banner look="caution" actions={<Button onPress={onReviewOlder}>Review</Button>}>
          {passagesInWords(older)} {older === 1 ? 'was' : 'were'} coded under an older definition.
        </Banner>
      )}
      <Words code={code} onChange={set} />
      <Names code={code} codes={codes} onChange={set} onShortId={setShortId} />
      <Colours code={code} onChange={(colour) => set({ colour })} />
      {code.level === 'touchpoint' ? <TouchpointFacts code={code} codes={codes} onChange={set} /> : null}
      {code.family === 'emotion' ? <EmotionFacts code={code} onChange={set} /> : null}
      <div className="codebook-memos">
        <MemosOn target={{ kind: 'code', id: code.id }} name={code.name} />
      </div>
    </article>
  )
}

/** Where it stands: `Making a complaint › Raising it`, or its family. */
function pathOf(byId: ReadonlyMap<number, Code>, code: Code): string {
  const holders = above(byId, code).toReversed()
  return holders
    .flatMap((key) => (typeof key === 'string' ? familyTitle(key) : (byId.get(key)?.name ?? [])))
    .join(' › ')
}

/** The code in words. Other words for its meaning make a new version, and earlier codings are then of an older one. */
function Words({ code, onChange }: { code: Code; onChange: ChangeCode }) {
  const notice =
    code.used === 0
      ? null
      : `Once saved, ${codingsInWords(code.used)} will count as made under an older definition, to be reviewed.`
  const field = (name: 'definition' | 'include' | 'exclude' | 'example', label: string, lines: number) => (
    <Draft
      key={name}
      label={label}
      value={code[name]}
      lines={lines}
      notice={name === 'example' ? null : notice}
      onSave={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <div className="codebook-words">
      {field('definition', 'Definition', 2)}
      <div className="codebook-pair">
        {field('include', 'Include', 2)}
        {field('exclude', 'Exclude', 2)}
      </div>
      {field('example', 'Example', 2)}
    </div>
  )
}

interface NamesProps extends Pick<CodeDetailProps, 'code' | 'codes'> {
  onChange: ChangeCode
  onShortId: (shortId: string) => void
}

/** What else it goes by: the short id of tables and addresses, and names people would look for. */
function Names({ code, codes, onChange, onShortId }: NamesProps) {
  return (
    <div className="codebook-pair">
      {code.fixed ? (
        <TextField
          label="Short id"
          value={code.code}
          isReadOnly
          description="Figures and suggestions find the code by it, so it stays."
        />
      ) : (
        <Draft
          label="Short id"
          value={code.code}
          description="In tables, exports and on the command line."
          problemOf={(text) => problemOfShortId(codes, code, text)}
          onSave={onShortId}
        />
      )}
      <Draft
        label="Other names"
        value={joinNames(code.aliases)}
        description="Separated by commas; found when coding and filtering."
        onSave={(line) => onChange({ aliases: splitNames(line) })}
      />
    </div>
  )
}
