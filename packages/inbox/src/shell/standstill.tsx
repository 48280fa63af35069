import { Mark } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import './standstill.css'

interface Props {
  head: string
  text?: string
  action?: string
  do?: () => void
  isBusy?: boolean
}

/** The whole page while there is nothing else to show: opening, or why it can't be opened. */
export function Standstill({ head, text, action, do: act, isBusy }: Props) {
  return (
    <main class={isBusy ? 'standstill standstill--busy' : 'standstill'} aria-busy={isBusy}>
      <Mark />
      <h1>{head}</h1>
      {text && <p>{text}</p>}
      {action && act && (
        <Button kind="main" onClick={act}>
          {action}
        </Button>
      )}
    </main>
  )
}
