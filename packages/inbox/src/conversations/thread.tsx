import type { OperatorConversation } from '@deskbell/protocol'
import { useComputed } from '@preact/signals'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { OpenConversation } from '../models/open-conversation.ts'
import { type ThreadPart, threadParts } from '../models/thread-parts.ts'
import { longDate } from '../words/dates.ts'
import { daysApart } from '../words/times.ts'
import { BeforeWriting } from './before-writing.tsx'
import { Earlier } from './earlier.tsx'
import { MovedLine } from './moved-line.tsx'
import { Note } from './note.tsx'
import { Pending } from './pending.tsx'
import { Utterances } from './utterances.tsx'
import { WritingLine } from './writing-line.tsx'
import './thread.css'

interface Props {
  head: OperatorConversation
  open: OpenConversation
}

/** What was said, in order: stays at its end while it is there, and says so when something new came below. */
export function Thread({ head, open }: Props) {
  const { t } = useInbox()
  const { items, before, earlier, fault } = open
  const [hasNewer, setHasNewer] = useState(false)
  const thread = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const toEnd = () => {
    const { current } = thread
    if (current) current.scrollTop = current.scrollHeight
  }
  const { length } = items.value
  const isOpen = before.value !== undefined
  useLayoutEffect(() => {
    if (isAtEnd.current) toEnd()
    else setHasNewer(true)
  }, [length, isOpen])
  useKeptAtEnd(thread, isAtEnd)
  const look = () => {
    const { current } = thread
    if (!current) return
    isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 40
    if (isAtEnd.current) setHasNewer(false)
  }
  return (
    <div class="thread-frame">
      <div
        class="thread"
        ref={thread}
        role="log"
        aria-label={t('conversation.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-busy={!isOpen}
        onScroll={look}
      >
        {fault.value && <p class="thread-fault">{t(fault.value.key, fault.value.values)}</p>}
        {!isOpen && !fault.value && <ThreadLoading />}
        {before.value && <Earlier conversations={earlier.value} />}
        {before.value && <BeforeWriting head={head} before={before.value} thread={thread} />}
        <Parts head={head} open={open} />
        <Pending head={head} items={items.value} />
        <WritingLine head={head} />
      </div>
      {hasNewer && (
        <button type="button" class="thread-newest" onClick={toEnd}>
          {t('thread.newest')}
        </button>
      )}
    </div>
  )
}

/** The composer grows, bubbles and lines come and go: who looks at the end goes on looking at it. */
function useKeptAtEnd(thread: { current: HTMLDivElement | null }, isAtEnd: { current: boolean }): void {
  useEffect(() => {
    const { current } = thread
    if (!current || typeof ResizeObserver === 'undefined') return
    const keep = () => {
      if (isAtEnd.current) current.scrollTop = current.scrollHeight
    }
    const sizes = new ResizeObserver(keep)
    const children = new MutationObserver(keep)
    sizes.observe(current)
    children.observe(current, { childList: true, subtree: true })
    return () => {
      sizes.disconnect()
      children.disconnect()
    }
  }, [thread, isAtEnd])
}

function Parts({ head, open }: Props) {
  const { desk } = useInbox()
  const items = open.items.value
  // Follows the day, not each second: a long conversation is not drawn anew for nothing.
  const today = useComputed(() => daysApart(0, desk.clock.now.value)).value
  const parts = useMemo(() => threadParts(items, desk.clock.now.peek()), [items, today, desk])
  const lastOwn = items.findLast((item) => item.kind === 'message' && item.from === 'operator')?.seq
  return parts.map((part) => <Part key={part.key} head={head} part={part} lastOwn={lastOwn} />)
}

interface PartProps {
  head: OperatorConversation
  part: ThreadPart
  lastOwn: number | undefined
}

function Part({ head, part, lastOwn }: PartProps) {
  switch (part.kind) {
    case 'day':
      return <Day at={part.at} />
    case 'messages':
      return <Utterances head={head} group={part} lastOwn={lastOwn} />
    case 'note':
      return <Note by={part.note.by.name} at={part.note.at} text={part.note.text} />
    case 'moved':
      return <MovedLine head={head} item={part.item} />
  }
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
