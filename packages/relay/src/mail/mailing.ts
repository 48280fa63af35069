import type { Conversation } from '@deskbell/desk'
import type { ConversationId } from '@deskbell/protocol'
import type { SendMailOptions } from 'nodemailer'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Card } from '../desk/card.ts'
import type { Happened } from '../desk/happened.ts'
import type { LiveDesk } from '../desk/live-desk.ts'
import { toPerson } from '../serializers.ts'
import type { LogStore } from '../store/log-store.ts'
import type { SettingsStore } from '../store/settings-store.ts'
import type { Team } from '../team.ts'
import { isAnswer, type Said, writeAnswer } from './letter.ts'
import { codesOf, openSmtp } from './smtp.ts'
import { createTimetable } from './timetable.ts'
import { createTranscripts, type Transcripts } from './transcripts.ts'

export interface Mailing {
  /** After a commit: answers to questions are to be mailed. */
  happened(happened: readonly Happened[]): void
  /** What was answered before a restart and not mailed is mailed now. */
  resume(now: number): void
  /** Lets the mail under way end, begins no other. */
  close(): Promise<void>
}

/** All mails that go out. */
export interface Mails extends Mailing {
  transcripts: Transcripts
}

interface MailingOptions {
  live: LiveDesk
  store: Pick<LogStore, 'itemsAfter' | 'itemsBefore' | 'closedSince'>
  settings: Pick<SettingsStore, 'settings' | 'hours'>
  team: Team
  log: Logger
  from: string
  /** Without a slash at its end. */
  publicUrl(): string
  /** Rejects where the mail was not taken; an error with a `responseCode` of 500 to 599 is final (RFC 5321, 4.2.1). */
  send(mail: SendMailOptions): Promise<unknown>
  /** The head shows how far answers were mailed. */
  headChanged(id: ConversationId): void
}

/** An answer often comes in several messages: they are one mail when the last is so old, or the conversation is closed. In ms. */
const settledAfter = 60_000
/** How long an answer is tried to be mailed, in ms (RFC 5321, 4.5.4.1: at least 4 to 5 days). */
const givenUpAfter = 5 * 24 * 60 * 60_000

/** Mails through the server that the configuration names. */
export function openMailing(
  { smtpUrl, from }: NonNullable<Config['mail']>,
  options: Omit<MailingOptions, 'from' | 'send'>,
): Mails {
  const { send, close } = openSmtp(smtpUrl)
  const mailing = createMailing({ ...options, from, send })
  const transcripts = createTranscripts({ ...options, from, send })
  return { ...mailing, transcripts, close: () => mailing.close().finally(close) }
}

/**
 * Mails the answers to questions that were left with an address, unless the visitor has read them in the widget by then.
 * How far it got is on the conversation's card. A mail whose relay dies at that very moment goes out twice rather than never.
 */
function createMailing(options: MailingOptions): Mailing {
  const { live, store, log } = options
  const timetable = createTimetable(deliver)

  /** False: try again later. */
  async function deliver(id: ConversationId): Promise<boolean> {
    const known = live.conversation(id)
    const mail = known && mailOf(options, known)
    if (!mail) return true
    try {
      await options.send(mail.message)
      mark(id, { seq: mail.lastSeq })
      return true
    } catch (error) {
      log.warn({ ...codesOf(error), conversationId: id }, 'an answer could not be mailed')
      const isGivenUp = isRefusedForGood(error) || Date.now() - mail.answeredAt > givenUpAfter
      mark(id, { ...(isGivenUp && { seq: mail.lastSeq }), problem: reasonOf(error) })
      return isGivenUp
    }
  }

  function mark(id: ConversationId, { seq, problem }: { seq?: number; problem?: string }): void {
    const known = live.conversation(id)
    if (!known) return
    const { conversation, card } = known
    const mailed = { seq: seq ?? card.mailed?.seq ?? 0, at: Date.now(), ...(problem !== undefined && { problem }) }
    live.setCard(conversation, { ...card, mailed })
    options.headChanged(id)
  }

  return {
    happened(happened) {
      for (const { conversation, card, items } of happened) {
        if (!isMailed(conversation, card)) continue
        if (items.some(({ kind }) => kind === 'closed')) timetable.schedule(conversation.id, 0)
        else if (items.some(isAnswer)) timetable.schedule(conversation.id, settledAfter)
      }
    },
    resume(now) {
      for (const { conversation, card } of store.closedSince(now - givenUpAfter)) {
        if (isMailed(conversation, card)) timetable.schedule(conversation.id, 0)
      }
      for (const conversation of live.desk.conversations.values()) {
        const card = live.card(conversation.id)
        if (card && isMailed(conversation, card)) timetable.schedule(conversation.id, settledAfter)
      }
    },
    close: timetable.close,
  }
}

function isMailed({ reference }: Conversation, { email }: Card): boolean {
  return reference !== undefined && email !== undefined
}

/** Undefined: nothing is left to be mailed. */
function mailOf(options: MailingOptions, { conversation, card }: { conversation: Conversation; card: Card }) {
  const { id, reference, locale } = conversation
  const { email, page } = card
  if (reference === undefined || email === undefined) return undefined
  const items = allItems(options.store, id)
  const mailedTo = Math.max(card.mailed?.seq ?? 0, card.visitorHas.read)
  const answers = items.filter((item): item is Said => isAnswer(item) && item.seq > mailedTo)
  const last = answers.at(-1)
  if (!last) return undefined
  const { siteName, contact } = options.settings.settings.data
  const name = last.by === undefined ? siteName : toPerson(options.team, last.by).name
  const said = { reference, locale, email, items, answers, name, ...(page && { page }) }
  const message = writeAnswer({
    ...said,
    site: { siteName, contact },
    from: options.from,
    relay: `${options.publicUrl()}/`,
  })
  return { message, lastSeq: last.seq, answeredAt: last.at }
}

function allItems(store: MailingOptions['store'], id: ConversationId) {
  let page = store.itemsAfter(id, 0)
  const items = [...page.items]
  while (page.hasMore) {
    page = store.itemsAfter(id, items.at(-1)?.seq ?? 0)
    items.push(...page.items)
  }
  return items
}

function isRefusedForGood(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: number }
  return responseCode !== undefined && responseCode >= 500
}

function reasonOf(error: unknown): string {
  const { response, message } = error as { response?: string; message?: string }
  return (response ?? message ?? 'unknown').slice(0, 200)
}
