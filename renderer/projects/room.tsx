/** Making and opening studies. */
import { FolderOpen, Plus, Signpost } from 'lucide-react'
import { useState } from 'react'
import { go } from '../app/router.ts'
import { useAsk, useDo } from '../data.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/Button.tsx'
import iconUrl from '../ui/icon.svg'
import { NewStudy } from './NewStudy.tsx'
import { RecentStudies } from './RecentStudies.tsx'
import './projects.css'

/** A study was opened: its transcripts are where work goes on. */
const toTranscripts = ({ opened }: { opened: boolean }) => {
  if (opened) go({ room: 'code' })
}

export default function ProjectsRoom() {
  const [isNaming, setNaming] = useState(false)
  const state = useAsk('workspace.state', {})
  const recent = useAsk('workspace.recent', {})
  const open = useDo('workspace.open')
  const choose = useDo('workspace.choose')
  const sample = useDo('workspace.sample')
  const forget = useDo('workspace.forget')
  const made = (study: { opened: boolean; name: string | null }) => {
    toTranscripts(study)
    if (!study.opened) return
    const place = state.data?.dialogs === false ? ` in the folder “${state.data.folder}”` : ''
    announce(`“${study.name ?? ''}” is a file${place}. Every change is saved to it at once`)
  }
  const isBusy = open.isPending || choose.isPending || sample.isPending

  return (
    <div className="projects">
      <header className="projects-head">
        <img src={iconUrl} alt="" className="projects-icon" />
        <div>
          <h2>Waymark</h2>
          <p>Where residents’ journeys frustrate, why, and what they would like instead.</p>
        </div>
      </header>
      <div className="projects-actions">
        <Button
          look="primary"
          icon={<Plus aria-hidden />}
          onPress={() => setNaming(true)}
          isDisabled={isBusy}
        >
          New study
        </Button>
        {state.data?.dialogs ? (
          <Button
            icon={<FolderOpen aria-hidden />}
            onPress={() => choose.mutate({}, { onSuccess: toTranscripts })}
            isDisabled={isBusy}
          >
            Open a file
          </Button>
        ) : null}
        <Button
          icon={<Signpost aria-hidden />}
          onPress={() => sample.mutate({}, { onSuccess: toTranscripts })}
          isDisabled={isBusy}
        >
          {sample.isPending ? 'Building the sample study' : 'Open the sample study'}
        </Button>
      </div>
      <RecentStudies
        studies={recent.data?.projects ?? []}
        onOpen={(id) => open.mutate({ id }, { onSuccess: toTranscripts })}
        onForget={(id) => forget.mutate({ id })}
      />
      <p className="projects-note">
        Each study is one file. It stays on this machine and is never sent anywhere.
        {state.data?.dialogs === false
          ? ` Studies in the folder “${state.data.folder}” are listed here; copy a .waymark file into it to see it in the list.`
          : ''}
      </p>
      <NewStudy isOpen={isNaming} onClose={() => setNaming(false)} onMade={made} />
    </div>
  )
}
