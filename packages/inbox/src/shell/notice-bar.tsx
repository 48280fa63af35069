import { Icon, warnIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { Notice } from '../models/notice.ts'
import { sentence } from '../words/names.ts'

/** The line below: what just happened, and for some seconds the way back. */
export function NoticeBar() {
  const { t, desk } = useInbox()
  const { notice, hide } = desk.notice
  const shown = notice.value
  const act =
    ({ run }: NonNullable<Notice['action']>) =>
    () => {
      hide()
      run()
    }
  return (
    <div class="notice-bar" role="status">
      {shown && (
        <p class={shown.isRefusal ? 'notice notice--refusal' : 'notice'}>
          {shown.isRefusal && <Icon of={warnIcon} small />}
          <span>{sentence(t(shown.text.key, shown.text.values))}</span>
          {shown.action && (
            <button type="button" class="link link--alone" onClick={act(shown.action)}>
              {t(shown.action.label)}
            </button>
          )}
          {shown.undo ? (
            <button type="button" class="link link--alone" aria-keyshortcuts="Z" onClick={shown.undo}>
              {t('line.undo')} <span class="key" data-key="Z" aria-hidden="true" />
            </button>
          ) : (
            <button type="button" class="link link--alone" onClick={hide} aria-label={t('line.dismiss')}>
              {t('common.close')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
