import type { Http } from '@deskbell/client/http'
import type { InboxTranslate } from '@deskbell/locales'
import { useModel } from '../components/use-model.ts'
import { SightingsModel } from '../models/sightings.ts'
import { ago } from '../words/times.ts'
import { Done } from './done.tsx'
import { Warning } from './warning.tsx'

interface Props {
  http: Http
  t: InboxTranslate
}

/** Whether the line that was pasted is at work: where it was seen last, and when. */
export function SnippetCheck({ http, t }: Props) {
  const { last } = useModel(() => new SightingsModel(http))
  if (!last.value) return <p class="quiet">{t('snippet.notSeen')}</p>
  const { origin, secondsAgo, isAllowed } = last.value
  const site = origin.replace(/^https?:\/\//, '')
  if (!isAllowed) return <Warning text={t('snippet.notAllowed', { site })} />
  return (
    <div class="snippet-check">
      <Done>{t('snippet.seen', { site })}</Done>
      <p class="quiet">{ago(secondsAgo, document.documentElement.lang || 'en')}</p>
    </div>
  )
}
