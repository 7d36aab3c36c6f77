/** Making and opening studies. */
import { EmptyState } from '../ui/EmptyState.tsx'

export default function ProjectsRoom() {
  return (
    <EmptyState title="No studies yet">
      <p>Make a new study, open one, or look at the sample.</p>
    </EmptyState>
  )
}
