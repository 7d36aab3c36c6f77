/** Dialogs: for a task that needs its own page (Dialog) or a question undo cannot answer (AlertDialog). */
import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components'
import { Button } from './Button.tsx'
import { focusFirst } from './focus.ts'
import './Dialog.css'

interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons, primary last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
}

/** Escape, the cross and a click outside close it; focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'medium' }: DialogProps) {
  return (
    <ModalOverlay
      className="w-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
    >
      <Modal className="w-modal" data-size={size}>
        <AriaDialog className="w-dialog">
          <header className="w-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <AriaButton slot="close" className="w-button w-icon-button" data-look="quiet" aria-label="Close">
              <X aria-hidden />
            </AriaButton>
          </header>
          <div className="w-dialog-body">{children}</div>
          {actions === undefined ? null : <footer className="w-dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface AlertDialogProps {
  title: string
  isOpen: boolean
  children: ReactNode
  /** The verb itself: "Remove 14 codings", never "OK". */
  action: string
  onAction: () => void
  onCancel: () => void
  isDanger?: boolean
}

/** Only where undo cannot reach. */
export function AlertDialog({
  title,
  isOpen,
  children,
  action,
  onAction,
  onCancel,
  isDanger = false,
}: AlertDialogProps) {
  return (
    <ModalOverlay className="w-scrim" isOpen={isOpen} onOpenChange={(open) => open || onCancel()}>
      <Modal className="w-modal" data-size="small">
        <AriaDialog role="alertdialog" className="w-dialog">
          <header className="w-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </header>
          <div className="w-dialog-body">{children}</div>
          <footer className="w-dialog-foot">
            <Button onPress={onCancel} {...(isDanger ? { ref: focusFirst } : {})}>
              Cancel
            </Button>
            <Button
              look={isDanger ? 'danger' : 'primary'}
              onPress={onAction}
              {...(isDanger ? {} : { ref: focusFirst })}
            >
              {action}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
