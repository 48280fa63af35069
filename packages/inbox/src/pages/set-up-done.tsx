import type { Http } from '@deskbell/client/http'
import type { InboxTranslate } from '@deskbell/locales'
import type { SetUpForm } from '../models/set-up.ts'
import { Snippet } from './snippet.tsx'
import { SnippetCheck } from './snippet-check.tsx'
import { StepHead } from './step-head.tsx'

interface Props {
  http: Http
  t: InboxTranslate
  model: SetUpForm
  onLeave: () => void
}

/** The desk is there and rings: the snippet to paste, and in the demo the shop to try it in. */
export function SetUpDone({ http, t, model, onLeave }: Props) {
  return (
    <>
      <StepHead t={t} at={3} head={t('setUp.doneHead')} />
      <p>{t('setUp.doneText')}</p>
      <Snippet t={t} />
      <SnippetCheck t={t} http={http} />
      <p class="door-duty">
        <span class="door-pulse" aria-hidden="true" />
        {t('setUp.onDuty', { name: model.account.typed.value.name })}
      </p>
      <p class="door-actions">
        {model.given.value.isDemo && (
          <a class="button button-main" href="../demo/" target="_blank" rel="noreferrer">
            {t('setUp.openDemo')}
          </a>
        )}
        <button class={model.given.value.isDemo ? 'button' : 'button button-main'} type="button" onClick={onLeave}>
          {t('setUp.openInbox')}
        </button>
      </p>
      {model.given.value.isDemo && <p class="quiet">{t('setUp.demoHint')}</p>}
    </>
  )
}
