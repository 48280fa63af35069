import type { ConversationId, OperatorConversation } from '@deskbell/protocol'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { keepPlaces } from '../models/lists.ts'
import { nearMoment } from '../words/duty.ts'
import { listed } from '../words/names.ts'
import { span } from '../words/times.ts'
import { ArchiveField } from './archive-field.tsx'
import { ArchiveList } from './archive-list.tsx'
import { FoldedList, List } from './list.tsx'
import { focusOpenRow } from './open-row.ts'
import { Rows } from './rows.tsx'
import './lists.css'

/** Who waits, who is mine, who is with a colleague, what was left for later, what is over. Rows stay where they are under the pointer. */
export function Lists({ openId }: { openId?: ConversationId }) {
  const { t, desk } = useInbox()
  const [isHeld, hold] = useState(false)
  const { lists, team } = desk
  useEffect(focusFollows, [openId])
  if (!lists.isKnown.value) return <ListsLoading />
  return (
    <nav
      class="lists"
      aria-label={t('lists.label')}
      aria-live="off"
      onPointerEnter={(event) => hold(event.pointerType === 'mouse')}
      onPointerLeave={() => hold(false)}
    >
      <ArchiveField />
      {desk.archive.isOpen.value ? <ArchiveList openId={openId} /> : <LiveLists openId={openId} isHeld={isHeld} />}
      <p class="lists-foot for-keys">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('lists.move')}
        </span>
        {team.canTake.value && (
          <span>
            <kbd>N</kbd> {t('lists.takeNext')}
          </span>
        )}
        <button type="button" class="link" onClick={() => desk.view.open('keys')}>
          <kbd>?</kbd> {t('lists.allKeys')}
        </button>
      </p>
    </nav>
  )
}

function LiveLists({ openId, isHeld }: { openId: ConversationId | undefined; isHeld: boolean }) {
  return (
    <>
      <Waiting openId={openId} isHeld={isHeld} />
      <Mine openId={openId} isHeld={isHeld} />
      <Questions openId={openId} />
      <Later openId={openId} />
      <Team openId={openId} />
      <Closed openId={openId} />
      <AllClosed />
    </>
  )
}

/** By keys from row to row, the focus comes along; from a field it is not taken. */
function focusFollows(): void {
  const { activeElement } = document
  if (activeElement === document.body || activeElement?.closest('.lists, main:focus')) focusOpenRow()
}

interface PartProps {
  openId: ConversationId | undefined
  isHeld?: boolean
}

/** The rows in their order, or where they were while they are held. */
function usePlaces(rows: readonly OperatorConversation[], isHeld = false): readonly OperatorConversation[] {
  const places = useRef<readonly string[]>([])
  const shown = isHeld ? keepPlaces(places.current, rows) : rows
  places.current = shown.map(({ id }) => id)
  return shown
}

function Waiting({ openId, isHeld }: PartProps) {
  const { t, desk } = useInbox()
  const rows = usePlaces(desk.lists.waiting.value, isHeld)
  return (
    <List
      id="waiting"
      head={t('lists.waiting')}
      count={rows.length}
      note={rows.length > 1 ? t('lists.waitingNote') : undefined}
      empty={t(desk.team.isAutomatic.value ? 'lists.nobodyWaitsGiven' : 'lists.nobodyWaitsTaken')}
    >
      <Rows of={rows} list="waiting" openId={openId} />
    </List>
  )
}

function Mine({ openId, isHeld }: PartProps) {
  const { t, locale, desk } = useInbox()
  const { isOnDuty, isAutomatic, load, present } = desk.team
  const rows = usePlaces(desk.lists.mine.value, isHeld)
  const others = listed(
    present.value.map(({ name }) => name),
    locale,
    'disjunction',
  )
  const given = others ? t('lists.nextIsYoursOr', { names: others }) : t('lists.nextIsYours')
  const next = isAutomatic.value ? given : t('lists.takeFirst')
  return (
    <List
      id="mine"
      head={t('lists.mine')}
      count={rows.length}
      note={t('lists.mineNote', load.value)}
      empty={isOnDuty.value ? next : t('lists.youAreAway')}
    >
      <Rows of={rows} list="mine" openId={openId} />
    </List>
  )
}

function Questions({ openId }: PartProps) {
  const { t, desk } = useInbox()
  const rows = desk.lists.questions.value
  const [oldest] = rows
  const note = oldest ? t('lists.oldest', { time: span(t, (desk.clock.now.value - oldest.askedAt) / 1_000) }) : ''
  return (
    <FoldedList head={t('lists.questions')} count={rows.length} note={note} isOpenAtFirst={rows.length > 0}>
      <Rows of={rows} list="questions" openId={openId} />
    </FoldedList>
  )
}

/** Nothing where nobody has put anything off. */
function Later({ openId }: PartProps) {
  const { t, locale, desk } = useInbox()
  const rows = desk.lists.later.value
  const [next] = rows
  if (!next?.followUp) return null
  const time = nearMoment(t, next.followUp.at, { locale, now: desk.clock.now.value })
  return (
    <FoldedList head={t('lists.later')} count={rows.length} note={t('lists.nextBack', { time })}>
      <Rows of={rows} list="later" openId={openId} />
    </FoldedList>
  )
}

function Team({ openId }: PartProps) {
  const { t, locale, desk } = useInbox()
  const rows = desk.lists.team.value
  const busy = desk.team.colleagues.value.filter(({ conversations }) => conversations > 0)
  const loads = busy.map(({ name, conversations }) => `${name} ${conversations.toLocaleString(locale)}`)
  return (
    <FoldedList
      head={t('lists.team')}
      count={rows.length}
      note={loads.join(t('common.comma'))}
      isOpenAtFirst={rows.some(({ id }) => id === openId)}
    >
      <Rows of={rows} list="team" openId={openId} />
    </FoldedList>
  )
}

/** So long a conversation that is over stays in the list, in ms. */
const closedStays = 24 * 3_600_000

function Closed({ openId }: PartProps) {
  const { t, desk } = useInbox()
  const now = desk.clock.now.value
  const rows = desk.lists.closed.value.filter(({ closedAt = 0 }) => now - closedAt < closedStays)
  const solved = rows.filter(({ rating }) => rating?.solved === 'yes').length
  return (
    <FoldedList
      head={t('lists.closed')}
      count={rows.length}
      note={solved > 0 ? t('lists.solved', { count: solved }) : ''}
    >
      <Rows of={rows} list="closed" openId={openId} />
    </FoldedList>
  )
}

/** The way to those that ended earlier. */
function AllClosed() {
  const { t, desk } = useInbox()
  return (
    <p class="list-foot">
      <button type="button" class="link link--alone" onClick={desk.archive.showAll}>
        {t('archive.showAll')}
      </button>
    </p>
  )
}

function ListsLoading() {
  const { t } = useInbox()
  return (
    <nav class="lists lists--loading" aria-label={t('lists.label')} aria-busy="true">
      <p class="visually-hidden" role="status">
        {t('shell.connecting')}
      </p>
      {[0, 1, 2].map((row) => (
        <span key={row} class="skeleton-row" aria-hidden="true">
          <i />
          <i />
        </span>
      ))}
    </nav>
  )
}
