import { useInbox } from '../inbox-context.ts'
import type { LookBack } from '../models/look-back.ts'

interface Props {
  look: LookBack
  way: 'earlier' | 'later'
}

/** The edge of what is shown: the next page comes by scrolling there, or by this button; where it did not come, it says so. */
export function MoreMessages({ look, way }: Props) {
  const { t } = useInbox()
  const isLoading = look.loading.value === way
  const isFailed = look.failed.value === way
  return (
    <p class="thread-more">
      {isFailed && <span role="alert">{t('thread.notLoaded')}</span>}
      <button type="button" class="link" onClick={look[way]} aria-disabled={isLoading || undefined}>
        {t(isLoading ? 'thread.lookingUp' : isFailed ? 'common.tryAgain' : `thread.${way}`)}
      </button>
    </p>
  )
}
