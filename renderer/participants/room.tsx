/** The people of the study: a list to compare in, and a card for each with what is known and what they consented to. */
import { Plus, TableProperties, Upload } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { NameDialog } from '../app/NameDialog.tsx'
import { go } from '../app/router.ts'
import type { RoomProps } from '../app/routes.ts'
import { useAsk, useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Choice.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SearchField } from '../ui/Field.tsx'
import { Panes, useForward } from '../ui/Panes.tsx'
import { RoomBar } from '../ui/RoomBar.tsx'
import { BandsForAll } from './Attributes.tsx'
import { AttributesDialog } from './AttributesDialog.tsx'
import { ParticipantCard } from './ParticipantCard.tsx'
import { ParticipantTable } from './ParticipantTable.tsx'
import { matching, ROLES, type RoleFilter } from './people.ts'
import './participants.css'

export default function ParticipantsRoom({ route }: RoomProps) {
  const [words, setWords] = useState('')
  const [role, setRole] = useState<RoleFilter>('everyone')
  const [dialog, setDialog] = useState<'none' | 'add' | 'attributes'>('none')
  const filter = useDeferredValue(words)
  const { forward, bring } = useForward()
  const list = useAsk('participants.list', {})
  const attributes = useAsk('participants.attributes', {})
  const add = useDo('participants.add')
  const people = list.data?.participants ?? []
  const shown = matching(people, filter, role)
  const chosen = people.find(({ id }) => String(id) === route.path[0])

  const table = (
    <div className="people-list">
      <RoomBar
        actions={
          <>
            <Button icon={<Plus aria-hidden />} onPress={() => setDialog('add')}>
              Add
            </Button>
            <ReadTable />
            <Button icon={<TableProperties aria-hidden />} onPress={() => setDialog('attributes')}>
              Attributes
            </Button>
          </>
        }
      >
        <SearchField label="Find a participant" value={words} onChange={setWords} />
        <Segments label="Role" options={ROLES} value={role} onChange={setRole} />
      </RoomBar>
      <BandsForAll people={people} attributes={attributes.data?.attributes ?? []} />
      {list.data && people.length === 0 ? (
        <EmptyState
          title="No participants yet"
          actions={
            <Button look="primary" onPress={() => go({ room: 'import' })}>
              Import transcripts
            </Button>
          }
        >
          <p>Each transcript brings its speakers. Attributes can be read from a spreadsheet saved as CSV.</p>
        </EmptyState>
      ) : (
        <ParticipantTable
          people={shown}
          attributes={attributes.data?.attributes ?? []}
          selected={chosen?.id}
          onSelect={(id) => go({ room: 'participants', path: [String(id)] })}
          onOpen={(id) => {
            if (id !== chosen?.id) go({ room: 'participants', path: [String(id)] })
            bring('card', findCard)
          }}
        />
      )}
    </div>
  )

  return (
    <>
      <Panes
        id="participants"
        forward={forward}
        panes={[
          { id: 'list', title: 'Participants', content: table, minWidth: 360 },
          {
            id: 'card',
            title: 'Details',
            width: 420,
            minWidth: 300,
            isHidden: chosen === undefined,
            content: chosen ? (
              <ParticipantCard
                key={chosen.id}
                person={chosen}
                others={people}
                attributes={attributes.data?.attributes ?? []}
              />
            ) : null,
          },
        ]}
      />
      <NameDialog
        title="Add a participant"
        label="Pseudonym or number"
        action="Add"
        isOpen={dialog === 'add'}
        onName={(name) =>
          add.mutate(
            { name, role: role === 'everyone' ? 'resident' : role },
            { onSuccess: ({ participant }) => go({ room: 'participants', path: [String(participant)] }) },
          )
        }
        onClose={() => setDialog('none')}
      />
      <AttributesDialog
        attributes={attributes.data?.attributes ?? []}
        isOpen={dialog === 'attributes'}
        onClose={() => setDialog('none')}
      />
    </>
  )
}

const findCard = () => document.querySelector<HTMLElement>('.people-card input')

/** One row a participant; columns that are new become attributes. */
function ReadTable() {
  const read = useDo('participants.importTable')
  const take = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    read.mutate(
      { csv: await file.text() },
      {
        onSuccess: ({ failed, label }) => {
          const [first] = failed
          if (first)
            announce(`${label}. ${failed.length} rows were left out: line ${first.line}, ${first.message}`, {
              isError: true,
            })
        },
      },
    )
  }
  return (
    <FileTrigger acceptedFileTypes={['.csv', '.tsv', '.txt']} onSelect={(files) => void take(files)}>
      <Button icon={<Upload aria-hidden />} isDisabled={read.isPending}>
        Read a table
      </Button>
    </FileTrigger>
  )
}
