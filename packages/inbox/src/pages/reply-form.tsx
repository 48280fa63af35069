import { directionOf, widgetLocales } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { useEffect, useId, useRef } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import type { CannedList } from '../models/canned-list.ts'
import { languageInWords } from '../words/names.ts'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'

/** One canned reply: its name, and its text in as many languages as wanted. */
export function ReplyForm({ list }: { list: CannedList }) {
  const { t } = useInbox()
  const { draft, faults, isSaving, trouble, replies } = list
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('input')?.focus()
  }, [])
  const reply = draft.value
  if (!reply) return null
  const isStored = replies.value.some(({ id }) => id === reply.id)
  return (
    <div ref={box}>
      <Form label={reply.name || t('canned.new')} class="form reply-form" onSubmit={list.save}>
        <TextField
          t={t}
          label={t('canned.name')}
          hint={t('canned.nameHint')}
          value={reply.name}
          fault={faults.value.name}
          onValue={(name) => list.change({ name })}
        />
        {Object.keys(reply.texts).map((locale) => (
          <TextIn key={locale} list={list} locale={locale} />
        ))}
        <p class="form-hint">{t('canned.hole')}</p>
        <Trouble t={t} of={trouble.value} />
        <div class="reply-actions">
          <MoreLanguages list={list} />
          {isStored && (
            <button type="button" class="button button-plain" onClick={() => list.remove(reply)}>
              {t('canned.remove')}
            </button>
          )}
          <button type="button" class="button" onClick={list.discard}>
            {t('common.cancel')}
          </button>
          <button type="submit" class="button button-main" aria-disabled={isSaving.value}>
            {t(isSaving.value ? 'settings.saving' : 'common.save')}
          </button>
        </div>
      </Form>
    </div>
  )
}

function TextIn({ list, locale }: { list: CannedList; locale: Locale }) {
  const { t, locale: spoken } = useInbox()
  const id = useId()
  const { draft, faults } = list
  const fault = faults.value[locale]
  const texts = draft.value?.texts ?? {}
  return (
    <div class="form-field">
      <label for={id}>{t('canned.textIn', { language: languageInWords(locale, spoken) })}</label>
      <textarea
        id={id}
        class="form-input"
        rows={3}
        lang={locale}
        dir={directionOf(locale)}
        value={texts[locale]}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onInput={(event) => list.change({ texts: { ...texts, [locale]: event.currentTarget.value } })}
      />
      <FieldFault t={t} id={id} fault={fault} />
    </div>
  )
}

/** Those of the site come first. */
function MoreLanguages({ list }: { list: CannedList }) {
  const { t, locale: spoken, desk } = useInbox()
  const texts = list.draft.value?.texts ?? {}
  const known = [...new Set([...desk.team.settings.value.locales, ...widgetLocales])]
  const left = known.filter((locale) => !Object.hasOwn(texts, locale))
  if (left.length === 0) return null
  return (
    <select
      class="form-input form-select"
      aria-label={t('canned.addLanguage')}
      value=""
      onChange={({ currentTarget }) => {
        list.change({ texts: { ...texts, [currentTarget.value]: '' } })
        currentTarget.value = ''
      }}
    >
      <option value="">{t('canned.addLanguage')}</option>
      {left.map((locale) => (
        <option key={locale} value={locale}>
          {languageInWords(locale, spoken)}
        </option>
      ))}
    </select>
  )
}
