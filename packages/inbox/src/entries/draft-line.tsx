import type { InboxTranslate } from '@deskbell/locales'
import type { Standing } from '../models/entry-standing.ts'

/** Says that visitors don't read what is here. */
export function DraftLine({ t, standing }: { t: InboxTranslate; standing: Standing | undefined }) {
  if (standing !== 'draft' && standing !== 'newer-draft') return null
  return <p class="entry-draft-line">{t(standing === 'draft' ? 'entry.isDraft' : 'entry.isNewerDraft')}</p>
}
