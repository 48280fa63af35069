import type { EntryId } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { lazily } from '../components/lazily.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import type { EntryListing } from '../models/entry-list.ts'
import type { Wording } from '../models/wording.ts'
import { languageName } from '../pages/language-name.ts'
import { Trouble } from '../pages/trouble.tsx'

interface Props {
  list: EntryListing
  model: EntryEditor
  id: EntryId
}

const OriginalDiff = lazily(async () => (await import('./original-diff.tsx')).OriginalDiff)

/** Where the words on screen are older than the original: what changed there, and the way to say that they are still right. */
export function EntryOutdated({ list, model, id }: Props) {
  const { t, http } = useInbox()
  const trouble = useSignal<Wording | undefined>(undefined)
  const locale = model.locale.value
  if (!list.outdated.value[id]?.includes(locale)) return null
  const original = list.defaultLocale.value
  const confirm = async () => {
    trouble.value = await list.confirm(id, locale)
  }
  return (
    <section class="entry-outdated">
      <p>{t('entry.outdatedText', { language: languageName(original) })}</p>
      <OriginalDiff key={locale} http={http} id={id} original={original} locale={locale} />
      <Trouble t={t} of={trouble.value} />
      <Button onClick={confirm}>{t('entry.stillRight')}</Button>
    </section>
  )
}
