import { copyIcon, Icon, useCopying } from '@deskbell/ui'
import type { WidgetContext } from '../panel/context.ts'

/** The number that names a question, to be copied where the browser allows it (not on plain http pages). */
export function Reference({ context, reference }: { context: WidgetContext; reference: string }) {
  const { t } = context
  const { isCopied, copy } = useCopying(reference)
  return (
    <div class="reference">
      <p>
        <small>{t('question.reference')}</small>
        <b dir="ltr">{reference}</b>
      </p>
      {copy && (
        <button class="button" type="button" onClick={copy}>
          <Icon of={copyIcon} small />
          <span role="status">{t(isCopied ? 'question.copied' : 'question.copy')}</span>
        </button>
      )}
    </div>
  )
}
