import type { EntryChange } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { type EntryChanges, EntryChangesModel } from '../models/entry-changes.ts'
import type { Faq } from '../models/faq.ts'
import { momentInWords } from '../pages/moment-in-words.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { hashOf } from '../router.ts'
import { EntriesMenu } from './entries-menu.tsx'
import './changes.css'

/** Who did what to the entries and when, and the way to take it back. */
export function ChangesPage({ faq }: { faq: Faq }) {
  const { t, http, desk } = useInbox()
  const { list } = faq
  const undone = () => void list.load()
  const model = useModel(() => new EntryChangesModel({ http, notice: desk.notice, undone }))
  useEffect(() => {
    void model.load()
  }, [model])
  const state = model.state.value
  return (
    <Page head={t('changes.head')} text={t('changes.text')} menu={<EntriesMenu faq={faq} />}>
      {state === 'ready' ? (
        <Changes faq={faq} model={model} />
      ) : (
        <PageState t={t} state={state} trouble={model.trouble.value} onTryAgain={model.load} />
      )}
    </Page>
  )
}

function Changes({ faq, model }: { faq: Faq; model: EntryChanges }) {
  const { t } = useInbox()
  const changes = model.changes.value
  const here = new Set(faq.list.entries.value.map(({ id }) => id))
  if (changes.length === 0) return <p class="page-empty">{t('changes.none')}</p>
  return (
    <>
      <ol class="changes">
        {changes.map((change) => (
          <Change key={change.id} change={change} isHere={here.has(change.entryId)} model={model} />
        ))}
      </ol>
      {model.hasMore.value && <Button onClick={model.more}>{t('changes.more')}</Button>}
    </>
  )
}

function Change({ change, isHere, model }: { change: EntryChange; isHere: boolean; model: EntryChanges }) {
  const { t, desk } = useInbox()
  const { id, at, operatorId, kind, entries, entryId, question, isStanding } = change
  const name = desk.team.names.value.get(operatorId) ?? t('changes.somebody')
  const title = <bdi>{question}</bdi>
  return (
    <li>
      <div>
        <p>
          <b>{name}</b> {t(`changes.${kind}`, { count: entries })}
        </p>
        <p>
          {isHere ? <a href={hashOf({ page: 'entries', entryId })}>{title}</a> : title}
          {entries > 1 && ` ${t('changes.others', { count: entries - 1 })}`}
        </p>
        <time class="quiet" dateTime={new Date(at).toISOString()}>
          {momentInWords(at)}
        </time>
      </div>
      {isStanding && (
        <Button
          onClick={() => model.undo(id)}
          isDisabled={model.isBusy.value}
          label={t('changes.undoOf', { question })}
        >
          {t('changes.undo')}
        </Button>
      )}
    </li>
  )
}
