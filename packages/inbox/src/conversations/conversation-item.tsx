import type { Locale, OperatorConversation, OperatorId } from '@deskbell/protocol'
import { useRef } from 'preact/hooks'
import { Labels } from '../components/labels.tsx'
import { Marked } from '../components/marked.tsx'
import { useFollowed } from '../components/use-followed.ts'
import { useNearness } from '../components/use-nearness.ts'
import { type Inbox, useInbox } from '../inbox-context.ts'
import { draftOf } from '../models/drafts.ts'
import { conversationIn, hashOf } from '../router.ts'
import { nearMoment } from '../words/duty.ts'
import { languageInWords, visitorName } from '../words/names.ts'
import { shortMoment, span, stopwatch, waited } from '../words/times.ts'
import { GivenRow } from './given-row.tsx'
import { ItemMark, unreadHere } from './item-mark.tsx'
import type { ListName } from './list-name.ts'
import { PromiseRow } from './promise-row.tsx'

interface Props {
  head: OperatorConversation
  list: ListName
  /** Drawn in full before anybody has looked whether it is on screen. */
  isAtOnce: boolean
  /** What was found in it, where, and the words it was found by. */
  said?: { seq: number; text: string; words: string } | undefined
}

/** One row: who and how long, their words and one state, and for who waits the promise. Far from what is on screen, only who. */
export function ConversationItem({ head, list, isAtOnce, said }: Props) {
  const inbox = useInbox()
  const link = useRef<HTMLAnchorElement>(null)
  const nearness = useNearness(link, isAtOnce)
  const { place } = inbox.router
  const isOpen = useFollowed(() => conversationIn(place.value) === head.id, [place, head.id])
  // What is open is being read, before the relay has heard of it.
  const unread = isOpen ? 0 : unreadHere(inbox, head)
  return (
    <li>
      <a
        ref={link}
        class={nearness.isNear ? 'conversation-item' : `conversation-item conversation-item--far far--${list}`}
        style={nearness.isNear || !nearness.height ? undefined : { minBlockSize: `${nearness.height}px` }}
        href={hashOf({ page: 'conversations', conversationId: head.id, ...(said && { seq: said.seq }) })}
        aria-current={isOpen ? 'true' : undefined}
        data-unread={unread > 0 || undefined}
      >
        <span class="who">
          <bdi>{visitorName(inbox.t, head)}</bdi>
          {nearness.isNear && <LanguageTag of={head.locale} />}
        </span>
        {nearness.isNear && <Rest head={head} list={list} isOpen={isOpen} said={said} unread={unread} />}
      </a>
    </li>
  )
}

function LanguageTag({ of: language }: { of: Locale }) {
  return (
    <span class="language-tag" title={languageInWords(language, useInbox().locale)}>
      {language}
    </span>
  )
}

interface RestProps extends Omit<Props, 'isAtOnce'> {
  isOpen: boolean
  unread: number
}

function Rest({ head, list, isOpen, said, unread }: RestProps) {
  return (
    <>
      <When head={head} list={list} />
      {said ? <Said said={said} locale={head.locale} /> : <LastWords head={head} isOpen={isOpen} />}
      <ItemMark head={head} list={list} unread={unread} />
      <Labels of={head.labels} />
      {list === 'waiting' && <PromiseRow head={head} />}
      {list === 'mine' && <GivenRow head={head} />}
    </>
  )
}

function When({ head, list }: { head: OperatorConversation; list: ListName }) {
  const inbox = useInbox()
  // Follows its own words, not each second.
  const words = useFollowed(() => whenInWords(inbox, head, list), [inbox, head, list])
  return <span class="when">{words}</span>
}

function whenInWords({ t, locale, desk }: Inbox, head: OperatorConversation, list: ListName): string {
  const now = desk.clock.now.value
  if (list === 'waiting') return stopwatch(waited(head, now))
  if (list === 'later' && head.followUp) return nearMoment(t, head.followUp.at, { locale, now })
  if (list === 'questions') return span(t, (now - head.askedAt) / 1_000)
  const at = (list === 'closed' || list === 'found' ? head.closedAt : undefined) ?? head.preview?.at ?? head.askedAt
  return now - at < 60_000 ? t('lists.now') : shortMoment(at, now, locale)
}

function LastWords({ head, isOpen }: { head: OperatorConversation; isOpen: boolean }) {
  const inbox = useInbox()
  const { t, desk } = inbox
  const { drafts } = desk.drafts
  // Follows its own draft, not every key that is pressed in another one.
  const draft = useFollowed(
    () => draftOf(drafts.value, head.id, 'message') || draftOf(drafts.value, head.id, 'note'),
    [drafts, head.id],
  )
  const unsent = useFollowed(
    () => desk.letters.refused.value.find(({ conversationId }) => conversationId === head.id),
    [desk, head.id],
  )
  if (unsent && !isOpen) return <OwnWords of={unsent.text} head={t('lists.unsent')} isDraft />
  if (draft !== '' && !isOpen) return <OwnWords of={draft} head={t('lists.draft')} isDraft />
  const { preview, locale } = head
  const words = preview?.text || (preview?.files ? t('lists.files', { count: preview.files }) : '')
  if (preview?.from === 'operator') return <OwnWords of={words} head={headOf(inbox, preview.by)} />
  // The words' own direction: they begin at their own side and are cut at their own end.
  return (
    <span class="last" lang={locale} dir="auto">
      {words}
    </span>
  )
}

function Said({ said, locale }: { said: NonNullable<Props['said']>; locale: Locale }) {
  return (
    <span class="last" lang={locale} dir="auto">
      <Marked text={said.text} words={said.words} locale={locale} />
    </span>
  )
}

/** Who of us said it; nobody is named where it was a colleague who is not there any more. */
function headOf({ t, desk }: Inbox, by: OperatorId | undefined): string {
  const { self, names } = desk.team
  if (by === undefined || by === self.value.id) return t('lists.you')
  const name = names.value.get(by)
  return name === undefined ? '' : t('lists.colleague', { name })
}

/** What stands before the words is in the operator's language, the words may run the other way. */
function OwnWords({ of: words, head, isDraft = false }: { of: string; head: string; isDraft?: boolean }) {
  return (
    <span class="last last--own">
      <span class={isDraft ? 'draft-word' : undefined}>{head}</span> <bdi class="own-text">{words}</bdi>
    </span>
  )
}
