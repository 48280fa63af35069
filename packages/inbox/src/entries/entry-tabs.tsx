import { directionOf, widgetLocales } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { useEffect, useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import { writtenLocales } from '../models/entry-form.ts'
import type { EntryListing } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'

/** What a tab's fields are called by their panel. */
export const tabOf = (locale: Locale): string => `entry-tab-${locale}`
export const entryPanelId = 'entry-panel'

/** The languages of the entry and of the others, missing ones too, and a way to one more. The arrow keys lead along. */
export function EntryTabs({ list, model }: { list: EntryListing; model: EntryEditor }) {
  const { t } = useInbox()
  const row = useRef<HTMLDivElement>(null)
  const shown = model.locale.value
  const written = writtenLocales(model.entry.value)
  const locales = [...new Set([...list.locales.value, ...written, shown])]
  const outdated = list.outdated.value[model.entry.value.id] ?? []
  const stateOf = (locale: Locale) =>
    !written.includes(locale) ? 'missing' : outdated.includes(locale) ? 'outdated' : 'there'
  const others = widgetLocales.filter((locale) => !locales.includes(locale))
  useEffect(() => {
    // On a phone the tabs are one line that may be longer than the screen.
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])
  const step = (event: KeyboardEvent) => {
    const by = stepOf(event.key)
    const next = locales[(locales.indexOf(shown) + by + locales.length) % locales.length]
    if (by === 0 || next === undefined) return
    event.preventDefault()
    model.show(next)
    row.current?.querySelector<HTMLElement>(`#${tabOf(next)}`)?.focus()
  }
  return (
    <div class="entry-tabs">
      <div ref={row} role="tablist" aria-label={t('entry.languages')} onKeyDown={step}>
        {locales.map((locale) => (
          <button
            key={locale}
            type="button"
            role="tab"
            id={tabOf(locale)}
            aria-selected={locale === shown}
            aria-controls={entryPanelId}
            tabIndex={locale === shown ? 0 : -1}
            onClick={() => model.show(locale)}
          >
            <span class={`entry-cell entry-cell--${stateOf(locale)}`} aria-hidden="true" />
            <bdi lang={locale} dir={directionOf(locale)}>
              {languageName(locale)}
            </bdi>{' '}
            <span class="visually-hidden">{t(`entry.${stateOf(locale)}`)}</span>
          </button>
        ))}
      </div>
      {others.length > 0 && (
        <select
          class="form-input form-select"
          aria-label={t('entry.addLanguage')}
          value=""
          onChange={({ currentTarget }) => {
            model.show(currentTarget.value)
            currentTarget.value = ''
          }}
        >
          <option value="">{t('entry.addLanguage')}</option>
          {others.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {languageName(locale)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** Along the line as it is read: the other way round where that is from right to left. */
function stepOf(key: string): number {
  const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === forward) return 1
  return key === 'ArrowLeft' || key === 'ArrowRight' ? -1 : 0
}
