import type { InboxTranslate } from '@deskbell/locales'
import type { Wording } from '../models/wording.ts'

interface Props {
  t: InboxTranslate
  state: 'loading' | 'failed'
  trouble: Wording | undefined
  onTryAgain: () => unknown
}

/** What a page shows before it has anything to show. */
export function PageState({ t, state, trouble, onTryAgain }: Props) {
  if (state === 'loading')
    return (
      <p class="page-loading" role="status">
        {t('common.loading')}
      </p>
    )
  return (
    <div class="page-empty" role="alert">
      <p>
        {trouble && (trouble.key === 'refusal.unreachable' ? t('common.unanswered') : t(trouble.key, trouble.values))}
      </p>
      <button class="button" type="button" onClick={onTryAgain}>
        {t('common.tryAgain')}
      </button>
    </div>
  )
}
