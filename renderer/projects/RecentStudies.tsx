/** Studies opened before, newest first; a file that has moved says so and can be taken off the list. */
import { FileText, X } from 'lucide-react'
import type { Output } from '../../core/contract/index.ts'
import { IconButton } from '../ui/Button.tsx'
import { GridList, GridListItem } from '../ui/List.tsx'

interface RecentStudiesProps {
  studies: Output<'workspace.recent'>['projects']
  onOpen: (id: string) => void
  onForget: (id: string) => void
}

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

export function RecentStudies({ studies, onOpen, onForget }: RecentStudiesProps) {
  if (studies.length === 0) return null
  return (
    <section className="projects-recent">
      <h3>Your studies</h3>
      <GridList label="Your studies" onAction={(id) => onOpen(String(id))}>
        {studies.map((study) => (
          <GridListItem key={study.id} id={study.id} textValue={study.name} isDisabled={study.missing}>
            <FileText aria-hidden className="projects-file" />
            <span className="projects-name">{study.name}</span>
            <span className="projects-when">
              {study.missing
                ? 'moved or renamed'
                : study.opened === null
                  ? 'not opened yet'
                  : dayAndTime.format(new Date(study.opened))}
            </span>
            <IconButton
              label={`Take ${study.name} off the list`}
              icon={<X aria-hidden />}
              onPress={() => onForget(study.id)}
            />
          </GridListItem>
        ))}
      </GridList>
    </section>
  )
}
