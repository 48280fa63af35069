import { Icon, offlineIcon } from '@deskbell/ui'
import type { WidgetContext } from './context.ts'

/** Something could not be loaded: says what, and lets the visitor try again. */
export function Trouble({ context, text, onRetry }: { context: WidgetContext; text: string; onRetry: () => void }) {
  return (
    <div class="trouble" role="alert">
      <Icon of={offlineIcon} />
      <p>{text}</p>
      <button class="text-button" type="button" onClick={onRetry}>
        {context.t('panel.tryAgain')}
      </button>
    </div>
  )
}
