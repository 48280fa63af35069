import type { Http } from '@deskbell/client/http'
import type { EntryId, Locale } from '@deskbell/protocol'
import { useModel } from '../components/use-model.ts'
import { OriginalSinceModel } from '../models/original-since.ts'
import { WordsDiff } from './words-diff.tsx'

interface Props {
  http: Http
  id: EntryId
  original: Locale
  locale: Locale
}

/** What has changed in the original since the words of another language were written. */
export function OriginalDiff({ http, id, original, locale }: Props) {
  const { since } = useModel(() => new OriginalSinceModel(http, { id, original, locale }))
  return since.value ? <WordsDiff locale={original} {...since.value} /> : null
}
