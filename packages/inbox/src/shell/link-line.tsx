import { limits } from '@deskbell/protocol'
import { Icon, offlineIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'

/** Says that the connection is lost, that nothing written is, and what becomes of the visitors. */
export function LinkLine() {
  const { t, desk } = useInbox()
  const { lostAt } = desk.link
  if (lostAt.value === undefined) return null
  // Read so that the line counts on; the relay's clock is as good as ours for this.
  void desk.clock.now.value
  const seconds = Math.max(0, Math.round((Date.now() - lostAt.value) / 1_000))
  const left = Math.round(limits.graceOfOperator / 1_000) - seconds
  const hasVisitors = desk.lists.mine.value.length > 0
  return (
    <div class="line-notice">
      <Icon of={offlineIcon} small />
      <p>
        <span aria-hidden="true">
          {seconds < 60 ? t('link.lost', { count: seconds }) : t('link.lostLong', { count: Math.floor(seconds / 60) })}
        </span>{' '}
        <span role="status">
          <span class="visually-hidden">{t('link.gone')}</span> <span>{t('link.kept')}</span>
        </span>{' '}
        {hasVisitors && (
          <span class="quiet" aria-hidden="true">
            {left > 0 ? t('link.grace', { count: left }) : t('link.returned')}
          </span>
        )}
      </p>
    </div>
  )
}
