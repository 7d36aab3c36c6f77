/** Keeps a fault in one room from taking the window down; the work itself is already saved. */
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

interface RoomBoundaryProps {
  /** The room's name, for the sentence. */
  title: string
  children: ReactNode
}

export class RoomBoundary extends Component<RoomBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <EmptyState
        title={`${this.props.title} could not be shown`}
        actions={
          <Button look="primary" onPress={() => this.setState({ hasFailed: false })}>
            Try again
          </Button>
        }
      >
        <p>Your coding is saved. Try again, or go to another page and come back.</p>
      </EmptyState>
    )
  }
}
