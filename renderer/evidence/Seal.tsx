/** Residents' findings can be sealed until colleagues have recorded their own view; unsealing is asked about and logged. */
import { useState } from 'react'
import { useAsk, useDo, useSession } from '../data.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { AlertDialog } from '../ui/Dialog.tsx'

interface Seal {
  isSealed: boolean
  seal: (sealed: boolean) => void
}

export function useSeal(): Seal {
  const info = useAsk('project.info', {}).data
  const set = useDo('project.set')
  return { isSealed: info?.settings.sealed ?? false, seal: (sealed) => set.mutate({ sealed }) }
}

export function SealBanner() {
  const { isSealed } = useSeal()
  return isSealed ? (
    <Banner actions={<UnsealButton />}>
      Residents’ findings are sealed, so that colleagues say what they think before they see them.
    </Banner>
  ) : null
}

export function UnsealButton() {
  const [isAsking, setAsking] = useState(false)
  const { coder } = useSession()
  const { seal } = useSeal()
  return (
    <>
      <Button onPress={() => setAsking(true)}>Unseal …</Button>
      <AlertDialog
        title="Unseal residents’ findings"
        isOpen={isAsking}
        action="Unseal"
        onCancel={() => setAsking(false)}
        onAction={() => {
          setAsking(false)
          seal(false)
        }}
      >
        <p>
          Everyone who opens this study can then see the residents’ side. Colleagues who take part after this
          may already know it. The history keeps the date, and that {coder} unsealed it.
        </p>
      </AlertDialog>
    </>
  )
}
