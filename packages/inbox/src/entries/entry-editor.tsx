import { directionOf } from '@deskbell/locales'
import type { EntryId, Locale } from '@deskbell/protocol'
import { backIcon, Icon } from '@deskbell/ui'
import { useEffect, useRef } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor as EntryEditing } from '../models/entry-editor.ts'
import type { Faq } from '../models/faq.ts'
import { wording } from '../models/wording.ts'
import { Form } from '../pages/form.tsx'
import { hashOf } from '../router.ts'
import { CategoryField } from './category-field.tsx'
import { DraftLine } from './draft-line.tsx'
import { EntryFields } from './entry-fields.tsx'
import { EntryHistory } from './entry-history.tsx'
import { EntryOutdated } from './entry-outdated.tsx'
import { EntryPreview } from './entry-preview.tsx'
import { EntrySaveBar } from './entry-save-bar.tsx'
import { EntryTabs } from './entry-tabs.tsx'
import { EntryWithdrawal } from './entry-withdrawal.tsx'
import { EntryWordings } from './entry-wordings.tsx'
import { useReturnToLine } from './use-return-to-line.ts'
import './entry-editor.css'

/** Where the site owner writes one entry, language by language, beside what visitors will see of it. */
export function EntryEditor({ faq, id, asked }: { faq: Faq; id: EntryId; asked: Locale | undefined }) {
  const { t, router } = useInbox()
  const model = useModel(() => faq.edit(id, asked))
  useReturnToLine(id)
  const remove = () => {
    model.discard()
    router.go({ page: 'entries' })
    faq.list.remove(id, wording('entry.deleted', { question: model.words.peek().question }))
  }
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const saveByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      page.current?.querySelector('form')?.requestSubmit()
    }
    addEventListener('keydown', saveByKey)
    return () => removeEventListener('keydown', saveByKey)
  }, [])
  return (
    <div ref={page} class="page-body entry-editor">
      <EditorHead model={model} />
      <EntryTabs list={faq.list} model={model} />
      <div class="entry-sheet">
        <Form label={t('entry.form')} onSubmit={() => model.save()}>
          <EntryOutdated list={faq.list} model={model} id={id} />
          <EntryFields list={faq.list} model={model} />
          <CategoryField list={faq.list} model={model} />
          <EntryWordings wordings={faq.wordings} id={id} locale={model.locale.value} />
          {!model.isNew.value && <EntryHistory model={model} />}
          {!model.isNew.value && <EntryWithdrawal model={model} onDelete={remove} />}
          <EntrySaveBar model={model} />
        </Form>
        <EntryPreview model={model} />
      </div>
    </div>
  )
}

function EditorHead({ model }: { model: EntryEditing }) {
  const { t } = useInbox()
  const locale = model.locale.value
  const { question } = model.words.value
  return (
    <header class="page-head">
      <div>
        <a class="link entry-back" href={hashOf({ page: 'entries' })}>
          <Icon of={backIcon} small turns />
          {t('entries.back')}
        </a>
        <h1>
          {question.trim() === '' ? (
            t('entry.new')
          ) : (
            <bdi lang={locale} dir={directionOf(locale)}>
              {question}
            </bdi>
          )}
        </h1>
        <DraftLine t={t} standing={model.standing.value} />
      </div>
    </header>
  )
}
