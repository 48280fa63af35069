import type { InboxTranslate } from '@deskbell/locales'
import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Layer } from './layer.tsx'
import './confirm.css'

interface Props {
  t: InboxTranslate
  head: string
  /** The button that does it, in the words of what it does. */
  action: string
  isBusy: boolean
  onConfirm: () => void
  onClose: () => void
  /** What it comes to, and why it did not happen. */
  children: ComponentChildren
}

/** Asks once before something that can't be undone. The way out has the focus. */
export function Confirm({ t, head, action, isBusy, onConfirm, onClose, children }: Props) {
  return (
    <Layer kind="question" label={head} onClose={onClose}>
      <div class="confirm">
        <h2>{head}</h2>
        {children}
        <div class="confirm-buttons">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="warn" isDisabled={isBusy} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Layer>
  )
}
