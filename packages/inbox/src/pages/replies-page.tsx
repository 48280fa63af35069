import type { CannedReply } from '@deskbell/protocol'
import { Icon, plusIcon } from '@deskbell/ui'
import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { type CannedList, CannedListModel, missingIn } from '../models/canned-list.ts'
import { textFor } from '../models/canned-text.ts'
import { Page } from './page.tsx'
import { PageState } from './page-state.tsx'
import { ReplyForm } from './reply-form.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import './replies.css'

/** What is asked every day, and the answers that operators insert. */
export function RepliesPage() {
  const { t, http, locale, desk } = useInbox()
  const { isOwner } = desk.team.self.value
  const list = useModel(() => new CannedListModel(http, desk.leaving))
  useEffect(() => {
    void list.load()
  }, [list])
  const { state, trouble, replies, draft } = list
  const holes = replies.value.flatMap((reply) => missingIn(reply, desk.team.settings.value.locales)).length
  const isNew = draft.value !== undefined && replies.value.every(({ id }) => id !== draft.value?.id)
  const add = (
    <button type="button" class="button button-main" onClick={() => list.begin(locale)}>
      <Icon of={plusIcon} small /> {t('canned.new')}
    </button>
  )
  return (
    <Page
      head={t('canned.title')}
      text={[t(isOwner ? 'canned.text' : 'canned.readOnly'), holes > 0 && t('canned.holes', { count: holes })]
        .filter(Boolean)
        .join(' ')}
      menu={<SettingsMenu t={t} at="replies" isOwner={isOwner} />}
      actions={isOwner && state.value === 'ready' && add}
    >
      {isNew && <ReplyForm list={list} />}
      {state.value === 'ready' ? (
        <Replies list={list} isOwner={isOwner} />
      ) : (
        <PageState t={t} state={state.value} trouble={trouble.value} onTryAgain={list.load} />
      )}
    </Page>
  )
}

function Replies({ list, isOwner }: { list: CannedList; isOwner: boolean }) {
  const { t } = useInbox()
  const { replies, draft } = list
  if (replies.value.length === 0) return draft.value ? null : <p class="quiet">{t('canned.none')}</p>
  return (
    <ul class="replies">
      {replies.value.map((reply) => (
        <li key={reply.id}>
          {draft.value?.id === reply.id ? (
            <ReplyForm list={list} />
          ) : (
            <Reply reply={reply} {...(isOwner && { onEdit: () => list.begin(reply) })} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Reply({ reply, onEdit }: { reply: CannedReply; onEdit?: () => void }) {
  const { t, locale, desk } = useInbox()
  const { locales } = desk.team.settings.value
  const shown = textFor(reply, locale, locales[0])
  const missing = missingIn(reply, locales)
  const inside = (
    <>
      <span class="reply-head">
        <b>{reply.name}</b>
        {Object.keys(reply.texts).map((tag) => (
          <span key={tag} class="language-tag">
            {tag}
          </span>
        ))}
        {missing.length > 0 && (
          <span class="reply-missing">{t('canned.missing', { languages: missing.join(t('common.comma')) })}</span>
        )}
      </span>
      <span class="reply-text" lang={shown.locale} dir="auto">
        {shown.text}
      </span>
    </>
  )
  return onEdit ? (
    <button type="button" class="reply" onClick={onEdit}>
      {inside}
    </button>
  ) : (
    <div class="reply">{inside}</div>
  )
}
