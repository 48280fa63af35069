import type { Attached, FileId, Identity, Person, Refusal, VisitorConversation } from '@deskbell/protocol'
import { computed, createModel, effect, type Model, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { carry } from './carry.ts'
import { createHistory, type History } from './history.ts'
import { createLink, type Link, noConnection } from './link.ts'
import { createMailbox, type Mailbox } from './mailbox.ts'
import type { ConversationOptions, Parts } from './parts.ts'
import { PlaceModel } from './place.ts'
import { ReadingModel } from './reading.ts'
import { takeBack } from './refusals.ts'
import { goByShared, hearNews } from './relay-news.ts'
import { type Stage, stageOf } from './stage.ts'
import { createWriting, type Writing } from './writing.ts'

export interface Conversation extends Pick<History, 'head' | 'items' | 'earlier' | 'arrived' | 'readAt'>, Writing {
  stage: ReadonlySignal<Stage>
  link: Pick<Link, 'state' | 'lostAt' | 'isBack' | 'request'>
  letters: Mailbox['letters']
  returned: Mailbox['returned']
  place: PlaceModel
  reading: ReadingModel
  /** Who is on duty, as far as the connection has told. */
  people: ReadonlySignal<readonly Person[] | undefined>
  typing: ReadonlySignal<Person | undefined>
  /** Files that operators deleted since this page was there, or restored. */
  files: ReadonlySignal<Readonly<Record<FileId, Attached>>>
  /** Why what was asked came back; its text is in the draft. A field that says it itself takes it. */
  refusal: Signal<Refusal | undefined>
  /** This browser keeps nothing: a reload forgets the conversation. */
  forgets: ReadonlySignal<boolean>
  close(): void
}

/** The visitor's conversation with the desk, the same one in every tab and on every page. */
export const ConversationModel = createModel<Conversation, [ConversationOptions]>((options) => {
  const { kept, isReading } = options
  const parts = assemble(options)
  const { history, mailbox, link, place, people, typing, refusal, forgets, files } = parts
  const { head, items, earlier, arrived, readAt } = history
  const reading = new ReadingModel({ history, kept, link, isReading })
  const stage = computed(() =>
    stageOf({
      head: head.value,
      letters: mailbox.letters.value,
      people: people.value,
      isBeginningAnew: parts.isBeginningAnew.value,
    }),
  )
  const refresh = () => {
    mailbox.refresh()
    reading.refresh()
    goByShared(parts)
  }
  effect(() => kept.onChange(refresh))
  effect(() => catchUpInFront(parts))
  // Somebody the shop knows may have begun on another device.
  if (kept.isShared() || mailbox.letters.value.length > 0 || options.identity()?.hash) link.open()
  return {
    ...{
      head,
      items,
      earlier,
      arrived,
      readAt,
      stage,
      link,
      place,
      reading,
      people,
      typing,
      refusal,
      forgets,
      files,
    },
    letters: mailbox.letters,
    returned: mailbox.returned,
    ...createWriting(parts),
    close() {
      mailbox.close()
      link.close()
    },
  }
})
export type ConversationModel = Model<Conversation>

function assemble(options: ConversationOptions): Parts {
  const { relay, connect } = options
  const link = createLink({
    relay,
    connect,
    handshake: () => handshakeOf(parts),
    listen: (connection) => hearNews(parts, connection),
  })
  const history = createHistory((after) => link.request('conversation:resume', { after }))
  const mailbox = createMailbox({
    carry: async (letter) => (parts.isWelcome.value ? carry(link.request, letter, carried(parts)) : noConnection),
    onRefused: (letter, refusal) => takeBack(parts, letter, refusal),
  })
  const parts: Parts = {
    connectedAs: undefined,
    welcome: undefined,
    renewals: 0,
    ...{ options, link, history, mailbox, place: new PlaceModel({ head: history.head, lostAt: link.lostAt }) },
    people: signal(undefined),
    typing: signal(undefined),
    files: signal({}),
    refusal: signal(undefined),
    isBeginningAnew: signal(false),
    forgets: signal(false),
    isWelcome: signal(false),
  }
  return parts
}

/** Pages hand over whole customers; what the relay has no use for stays here. */
function ownPart({ id, name, email, hash }: Identity): Identity {
  return { id, name, email, hash }
}

function handshakeOf(parts: Parts) {
  const { kept, locale, page, identity } = parts.options
  const { token } = kept.saved()
  parts.connectedAs = token
  const here = page()
  const who = identity()
  return {
    locale,
    ...(token !== undefined && { token }),
    ...(here && { page: here }),
    ...(who && { identity: ownPart(who) }),
  }
}

function carried({ history, isBeginningAnew }: Parts) {
  return {
    conversation(conversation: VisitorConversation) {
      isBeginningAnew.value = false
      history.adopt(conversation)
      return history.catchUp()
    },
    item: history.receive,
  }
}

/** A page that was asleep in the background may have missed something. */
function catchUpInFront({ history, mailbox, link }: Parts): () => void {
  const comeBack = () => {
    if (document.visibilityState !== 'visible' || link.state.peek() !== 'up') return
    void history.catchUp()
    // The tab that wrote it may be gone.
    mailbox.flush()
  }
  document.addEventListener('visibilitychange', comeBack)
  return () => document.removeEventListener('visibilitychange', comeBack)
}
