/** What can lie over the page, one at a time. */
import { coderName } from './coder.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { NameDialog } from './NameDialog.tsx'
import { Palette } from './Palette.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'
import { useStudy, useStudyActions } from './study.ts'

export type Overlay = 'none' | 'palette' | 'keys' | 'export' | 'rename' | 'coder' | 'settings'

interface OverlaysProps {
  shown: Overlay
  onClose: () => void
}

export function Overlays({ shown, onClose }: OverlaysProps) {
  const { name } = useStudy()
  const { rename } = useStudyActions()
  return (
    <>
      <Palette isOpen={shown === 'palette'} onClose={onClose} />
      <KeyboardHelp isOpen={shown === 'keys'} onClose={onClose} />
      <ExportDialog isOpen={shown === 'export'} onClose={onClose} />
      <SettingsDialog isOpen={shown === 'settings'} onClose={onClose} />
      <NameDialog
        title="Rename the study"
        label="Name"
        action="Rename"
        initial={name}
        isOpen={shown === 'rename'}
        onName={rename}
        onClose={onClose}
      />
      <NameDialog
        title="Code as someone else"
        label="Your name"
        action="Continue"
        isOpen={shown === 'coder'}
        onName={coderName.set}
        onClose={onClose}
      />
    </>
  )
}
