import type { OperatorConversation } from '@deskbell/protocol'
import { useRef, useState } from 'preact/hooks'
import { useFollowed } from '../components/use-followed.ts'
import { useInbox } from '../inbox-context.ts'
import { closedStays, keepPlaces } from '../models/lists.ts'
import { conversationIn } from '../router.ts'
import { nearMoment } from '../words/duty.ts'
import { listed } from '../words/names.ts'
import { span } from '../words/times.ts'
import { ArchiveField } from './archive-field.tsx'
import { ArchiveList } from './archive-list.tsx'
import { FoldedList, List } from './list.tsx'
import { Rows } from './rows.tsx'
import './lists.css'

/** Who waits, who is mine, who is with a colleague, what was left for later, what is over. Rows stay where they are under the pointer. */
export function Lists() {
  const { t, desk } = useInbox()
  const [isHeld, hold] = useState(false)
  const { lists, team } = desk
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
      {desk.archive.isOpen.value ? <ArchiveList /> : <LiveLists isHeld={isHeld} />}
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

function LiveLists({ isHeld }: { isHeld: boolean }) {
  return (
    <>
      <Waiting isHeld={isHeld} />
      <Mine isHeld={isHeld} />
      <Questions />
      <Later />
      <Team />
      <Closed />
      <AllConversations />
    </>
  )
}

/** The rows in their order, or where they were while they are held. */
function usePlaces(rows: readonly OperatorConversation[], isHeld = false): readonly OperatorConversation[] {
  const places = useRef<readonly string[]>([])
  const shown = isHeld ? keepPlaces(places.current, rows) : rows
  places.current = shown.map(({ id }) => id)
  return shown
}

function Waiting({ isHeld }: { isHeld: boolean }) {
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
      <Rows of={rows} list="waiting" />
    </List>
  )
}

function Mine({ isHeld }: { isHeld: boolean }) {
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
      <Rows of={rows} list="mine" />
    </List>
  )
}

function Questions() {
  const { t, desk } = useInbox()
  const rows = desk.lists.questions.value
  const [oldest] = rows
  const note = useFollowed(
    () => (oldest ? t('lists.oldest', { time: span(t, (desk.clock.now.value - oldest.askedAt) / 1_000) }) : ''),
    [t, desk, oldest],
  )
  return (
    <FoldedList
      name="questions"
      head={t('lists.questions')}
      count={rows.length}
      note={note}
      isOpenAtFirst={rows.length > 0}
    >
      <Rows of={rows} list="questions" />
    </FoldedList>
  )
}

/** Nothing where nobody has put anything off. */
function Later() {
  const { t, locale, desk } = useInbox()
  const rows = desk.lists.later.value
  const at = rows[0]?.followUp?.at
  const time = useFollowed(
    () => (at === undefined ? undefined : nearMoment(t, at, { locale, now: desk.clock.now.value })),
    [t, locale, desk, at],
  )
  if (time === undefined) return null
  return (
    <FoldedList name="later" head={t('lists.later')} count={rows.length} note={t('lists.nextBack', { time })}>
      <Rows of={rows} list="later" />
    </FoldedList>
  )
}

function Team() {
  const { t, locale, router, desk } = useInbox()
  const rows = desk.lists.team.value
  const isOpenHere = useFollowed(() => rows.some(({ id }) => id === conversationIn(router.place.value)), [rows, router])
  const busy = desk.team.colleagues.value.filter(({ conversations }) => conversations > 0)
  const loads = busy.map(({ name, conversations }) => `${name} ${conversations.toLocaleString(locale)}`)
  return (
    <FoldedList
      name="team"
      head={t('lists.team')}
      count={rows.length}
      note={loads.join(t('common.comma'))}
      isOpenAtFirst={isOpenHere}
    >
      <Rows of={rows} list="team" />
    </FoldedList>
  )
}

function Closed() {
  const { t, desk } = useInbox()
  const { closed } = desk.lists
  // The newest end is on top: how many are left says which.
  const left = useFollowed(() => {
    const since = desk.clock.now.value - closedStays
    return closed.value.filter(({ closedAt = 0 }) => closedAt > since).length
  }, [desk])
  const rows = closed.value.slice(0, left)
  const solved = rows.filter(({ rating }) => rating?.solved === 'yes').length
  return (
    <FoldedList
      name="closed"
      head={t('lists.closed')}
      count={rows.length}
      note={solved > 0 ? t('lists.solved', { count: solved }) : ''}
    >
      <Rows of={rows} list="closed" />
    </FoldedList>
  )
}

/** The way to all there are, also those that ended earlier. */
function AllConversations() {
  const { t, desk } = useInbox()
  return (
    <p class="list-foot">
      <button type="button" class="link link--alone" onClick={desk.archive.showAll}>
        {t('archive.all')}
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
