import type { Colleague } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { ArchiveDays } from './archive-days.tsx'
import { scopeId } from './archive-field.tsx'
import { ConversationItem } from './conversation-item.tsx'
import { drawnAtOnce } from './rows.tsx'

/** What was found: the newest on top, more at the end. */
export function ArchiveList() {
  const { t, desk } = useInbox()
  const { archive, lists } = desk
  const { found, state, words } = archive
  const isSearched = words.value.trim() !== ''
  return (
    <section aria-labelledby="archive-head" aria-busy={state.value === 'loading'}>
      <div class="list-head archive-head">
        <h2 id="archive-head">{t(isSearched ? 'archive.found' : 'archive.all')}</h2>
        <button type="button" class="link" onClick={archive.close}>
          {t('archive.close')}
        </button>
        <div class="archive-which">
          <Who />
          <Which />
        </div>
        <ArchiveDays />
        {isSearched && (
          <p id={scopeId} class="archive-scope">
            {t('archive.scope')}
          </p>
        )}
      </div>
      <Standing />
      <ul>
        {found.value.map(({ conversation, said }, place) => (
          <ConversationItem
            key={conversation.id}
            head={lists.heads.value.get(conversation.id) ?? conversation}
            list="found"
            isAtOnce={place < drawnAtOnce}
            said={said && { ...said, words: words.value }}
          />
        ))}
      </ul>
      <More />
    </section>
  )
}

/** Whose conversations. */
function Who() {
  const { t, desk } = useInbox()
  const { archive, team } = desk
  return (
    <select
      class="archive-choice"
      aria-label={t('archive.who')}
      value={archive.which.value.operator ?? ''}
      onChange={({ currentTarget: { value } }) => archive.choose({ operator: value })}
    >
      <option value="">{t('archive.anybody')}</option>
      <Names of={team.members.value} />
      {team.former.value.length > 0 && (
        <optgroup label={t('archive.former')}>
          <Names of={team.former.value} />
        </optgroup>
      )}
    </select>
  )
}

function Names({ of: people }: { of: readonly Colleague[] }) {
  return people.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}

/** With which label. */
function Which() {
  const { t, desk } = useInbox()
  const { archive, team } = desk
  const { labels } = team.settings.value
  if (labels.length === 0) return null
  return (
    <select
      class="archive-choice"
      aria-label={t('archive.which')}
      value={archive.which.value.label ?? ''}
      onChange={({ currentTarget: { value } }) => archive.choose({ label: value })}
    >
      <option value="">{t('archive.any')}</option>
      {labels.map((label) => (
        <option key={label}>{label}</option>
      ))}
    </select>
  )
}

function Standing() {
  const { t, desk } = useInbox()
  const { state, found, next, isReading, trouble, words, which, fault } = desk.archive
  const isEmpty = !fault.value && state.value === 'ready' && found.value.length === 0
  const isChosen = Object.values(which.value).some(Boolean)
  const ofEvery = isChosen ? 'archive.nothingChosen' : 'archive.none'
  const ofAll = words.value.trim() === '' ? ofEvery : 'archive.nothing'
  const nothing = next.value === undefined ? ofAll : 'archive.nothingYet'
  return (
    <>
      <p class="archive-standing" role="status">
        {state.value === 'loading' && found.value.length === 0 && next.value === undefined && t('archive.looking')}
        {isEmpty && t(nothing)}
        {state.value === 'ready' && isReading.value && ` ${t('archive.reading')}`}
      </p>
      {state.value === 'failed' && trouble.value && (
        <p class="archive-standing" role="alert">
          {t(trouble.value.key, trouble.value.values)}{' '}
          <button type="button" class="link" onClick={desk.archive.again}>
            {t('common.tryAgain')}
          </button>
        </p>
      )}
    </>
  )
}

function More() {
  const { t, desk } = useInbox()
  const { state, next, more } = desk.archive
  if (next.value === undefined) return null
  const isLoading = state.value === 'loading'
  return (
    <p class="thread-more">
      <button type="button" class="link" aria-disabled={isLoading || undefined} onClick={more}>
        {t(isLoading ? 'archive.looking' : 'archive.more')}
      </button>
    </p>
  )
}
