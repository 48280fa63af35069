import { contentOf, type Entry, isPublished, type Locale } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryImport, ImportState } from '../models/entry-import.ts'
import { languageName } from '../pages/language-name.ts'
import { Trouble } from '../pages/trouble.tsx'
import { WordsDiff } from './words-diff.tsx'

type Planned = Extract<ImportState, { kind: 'planned' }>

/** So many lines of a list are drawn before somebody asks for all. */
const first = 20

/** What the import would add and change, and the way to let it. */
export function ImportPlanView({ model, plan, trouble, isSending }: Planned & { model: EntryImport }) {
  const { t } = useInbox()
  const isNothing = plan.added.length + plan.changed.length === 0
  return (
    <div class="import-plan">
      <Listed
        head={t('entryImport.toAdd')}
        lines={plan.added.map((entry) => (
          <li key={entry.id}>
            <Title entry={entry} />
          </li>
        ))}
      />
      <Listed
        head={t('entryImport.toChange')}
        lines={plan.changed.map(({ before, after }) => <Changed key={after.id} before={before} after={after} />)}
      />
      <Trouble t={t} of={trouble} />
      <p class="import-actions">
        {!isNothing && (
          <Button kind="main" onClick={model.apply} isDisabled={isSending ?? false}>
            {t(isSending ? 'entryImport.applying' : 'entryImport.apply')}
          </Button>
        )}
        <Button onClick={model.leave}>{t('common.cancel')}</Button>
      </p>
    </div>
  )
}

function Listed({ head, lines }: { head: string; lines: readonly ComponentChildren[] }) {
  const { t } = useInbox()
  const isWhole = useSignal(false)
  if (lines.length === 0) return null
  const others = isWhole.value ? 0 : lines.length - first
  const showAll = () => {
    isWhole.value = true
  }
  return (
    <section>
      <h3>{head}</h3>
      <ul>{others > 0 ? lines.slice(0, first) : lines}</ul>
      {others > 0 && <Button onClick={showAll}>{t('entryImport.showOthers', { count: others })}</Button>}
    </section>
  )
}

function Changed({ before, after }: { before: Entry; after: Entry }) {
  const { t } = useInbox()
  const isOpen = useSignal(false)
  const { category } = before
  return (
    <li>
      <details
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open
        }}
      >
        <summary>
          <Title entry={after} />
        </summary>
        {isOpen.value && (
          <>
            {category !== after.category && (
              <p>
                {t('entryImport.newCategory', { from: category || t('entries.noCategory'), to: after.category ?? '' })}
              </p>
            )}
            <ChangedWords before={before.translations} after={after.translations} />
            {after.draft && (
              <>
                <h4 class="entry-draft">{t('entries.draft')}</h4>
                <ChangedWords before={before.draft?.translations ?? {}} after={after.draft.translations} />
              </>
            )}
          </>
        )}
      </details>
    </li>
  )
}

function ChangedWords({ before, after }: Record<'before' | 'after', Entry['translations']>) {
  const isOther = (locale: Locale) => JSON.stringify(before[locale]) !== JSON.stringify(after[locale])
  return (
    <>
      {Object.keys(after)
        .filter(isOther)
        .map((locale) => (
          <section key={locale}>
            <h4>{languageName(locale)}</h4>
            <WordsDiff locale={locale} before={before[locale]} after={after[locale]} />
          </section>
        ))}
    </>
  )
}

function Title({ entry }: { entry: Entry }) {
  const { t } = useInbox()
  const [[locale, words] = []] = Object.entries(contentOf(entry).translations)
  return (
    <>
      <bdi lang={locale} dir="auto">
        {words?.question}
      </bdi>
      {!isPublished(entry) && <span class="entry-draft">{t('entries.draft')}</span>}
    </>
  )
}
