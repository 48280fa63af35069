import { useSignal } from '@preact/signals'
import { lazily } from '../components/lazily.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'

const EntryVersions = lazily(async () => (await import('./entry-versions.tsx')).EntryVersions)

/** Opens the history of the language on screen. */
export function EntryHistory({ model }: { model: EntryEditor }) {
  const { t } = useInbox()
  const isOpen = useSignal(false)
  const locale = model.locale.value
  return (
    <details
      class="entry-history"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
      }}
    >
      <summary>{t('versions.head')}</summary>
      {isOpen.value && <EntryVersions key={locale} model={model} locale={locale} />}
    </details>
  )
}
