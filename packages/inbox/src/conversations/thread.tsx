import type { OperatorConversation } from '@deskbell/protocol'
import { goAmongMessages } from '@deskbell/ui'
import { useComputed } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { OpenConversation } from '../models/open-conversation.ts'
import { type ThreadPart, threadParts } from '../models/thread-parts.ts'
import { seqIn } from '../router.ts'
import { longDate } from '../words/dates.ts'
import { daysApart } from '../words/times.ts'
import { BeforeWriting } from './before-writing.tsx'
import { Earlier } from './earlier.tsx'
import { MoreMessages } from './more-messages.tsx'
import { MovedLine } from './moved-line.tsx'
import { Note } from './note.tsx'
import { Pending } from './pending.tsx'
import { Rated } from './rated.tsx'
import { useThreadPlace } from './use-thread-place.ts'
import { Utterances, type UtterancesProps } from './utterances.tsx'
import { WritingLine } from './writing-line.tsx'
import './thread.css'

interface Props {
  head: OperatorConversation
  open: OpenConversation
}

interface PartsProps extends Props {
  /** The `seq` of the message somebody came for. */
  sought: number | undefined
}

/** What was said, in order: stays at its end while it is there, and says so when something new came below. */
export function Thread({ head, open }: Props) {
  const { t, desk, router } = useInbox()
  const { items, before, earlier, fault, look } = open
  const thread = useRef<HTMLDivElement>(null)
  const own = desk.letters.pending.value.filter(({ conversationId }) => conversationId === head.id).length
  const sought = seqIn(router.place.value)
  const place = useThreadPlace({ thread, open, own, sought })
  const isOpen = before.value !== undefined
  const isApart = isOpen && !look.isAtEnd.value
  return (
    <div class="thread-frame">
      <div
        class="thread"
        ref={thread}
        role="log"
        aria-label={t('conversation.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        // What is looked up is read by whoever goes there, not told as if it had just come.
        aria-busy={!isOpen || look.loading.value !== undefined}
        onScroll={place.scroll}
        onKeyDown={goAmongMessages}
      >
        {fault.value && <p class="thread-fault">{t(fault.value.key, fault.value.values)}</p>}
        {!isOpen && !fault.value && <ThreadLoading />}
        {before.value && look.isAtBeginning.value && <Earlier conversations={earlier.value} />}
        {before.value && (
          <BeforeWriting
            head={head}
            before={before.value}
            thread={thread}
            isBeginning={look.isAtBeginning.value}
            onShow={place.toBeginning}
          />
        )}
        {isOpen && !look.isAtBeginning.value && <MoreMessages look={look} way="earlier" />}
        {isOpen && <Parts head={head} open={open} sought={sought} />}
        {isApart ? <MoreMessages look={look} way="later" /> : <Pending head={head} items={items.value} />}
        {isOpen && !isApart && <Rated head={head} />}
        {!isApart && <WritingLine head={head} />}
      </div>
      {(place.hasNewer || isApart) && (
        <button type="button" class="thread-newest" onClick={place.toEnd}>
          {t(place.hasNewer ? 'thread.newest' : 'thread.toNewest')}
        </button>
      )}
    </div>
  )
}

function Parts({ head, open, sought }: PartsProps) {
  const { desk } = useInbox()
  const items = open.shown.value
  const newFrom = open.newFrom.value
  // Follows the day, not each second: a long conversation is not drawn anew for nothing.
  const today = useComputed(() => daysApart(0, desk.clock.now.value)).value
  const parts = useMemo(() => threadParts(items, desk.clock.now.peek(), newFrom), [items, newFrom, today, desk])
  const lastOwn = open.items.value.findLast((item) => item.kind === 'message' && item.from === 'operator')?.seq
  const newest = items.findLast(({ kind }) => kind === 'message')?.seq
  const isSoughtThere = items.some(({ kind, seq }) => kind === 'message' && seq === sought)
  const ways = { head, lastOwn, sought, stop: isSoughtThere ? sought : newest }
  return parts.map((part) => <Part key={part.key} {...ways} part={part} />)
}

interface PartProps extends Omit<UtterancesProps, 'group'> {
  part: ThreadPart
}

function Part({ part, ...ways }: PartProps) {
  const { head, sought } = ways
  switch (part.kind) {
    case 'day':
      return <Day at={part.at} />
    case 'new':
      return <NewMark />
    case 'messages':
      return <Utterances {...ways} group={part} />
    case 'note':
      return <Note {...part.note} isSought={part.note.seq === sought} />
    case 'moved':
      return <MovedLine head={head} item={part.item} />
  }
}

function NewMark() {
  const { t } = useInbox()
  return <p class="thread-new">{t('thread.new')}</p>
}

function Day({ at }: { at: number }) {
  const { t, locale, desk } = useInbox()
  const days = daysApart(at, desk.clock.now.value)
  const names = [t('conversation.today'), t('conversation.yesterday')]
  return <p class="day">{names[days] ?? longDate(at, locale)}</p>
}

function ThreadLoading() {
  const { t } = useInbox()
  return (
    <>
      <p class="visually-hidden">{t('conversation.loading')}</p>
      <span class="skeleton-bubble" aria-hidden="true" />
      <span class="skeleton-bubble skeleton-bubble--own" aria-hidden="true" />
    </>
  )
}
