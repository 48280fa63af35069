import { directionOf } from '@deskbell/locales'
import { backIcon, Icon, RichText } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'

/** The answer as the panel will show it. */
export function EntryPreview({ model }: { model: EntryEditor }) {
  const { t, locale: spoken } = useInbox()
  const locale = model.locale.value
  const { question, answer } = model.words.value
  const { category } = model.entry.value
  const trouble = model.preview.trouble.value
  return (
    <aside class="entry-aside" aria-label={t('entry.preview')}>
      <p class="quiet">{t('entry.preview')}</p>
      <div class="entry-preview" lang={locale} dir={directionOf(locale)}>
        {category && (
          <p class="entry-preview-bar">
            <Icon of={backIcon} small turns />
            <bdi class="capital">{category}</bdi>
          </p>
        )}
        <article>
          {question.trim() !== '' && <h2>{question}</h2>}
          {answer.trim() === '' ? (
            <p class="quiet" lang={spoken} dir={directionOf(spoken)}>
              {t('entry.previewEmpty')}
            </p>
          ) : (
            <RichText tree={model.preview.tree.value} />
          )}
        </article>
      </div>
      {trouble && (
        <p class="entry-stale" role="status">
          {t('entry.previewStale', { reason: t(trouble.key, trouble.values) })}
        </p>
      )}
    </aside>
  )
}
