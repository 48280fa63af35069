import type { Conversation } from '@deskbell/desk'
import { accepted, type ConversationId, limits, type Reply, refused } from '@deskbell/protocol'
import type { SendMailOptions } from 'nodemailer'
import type { Logger } from 'pino'
import type { Card } from '../desk/card.ts'
import { Buckets } from '../limits/bucket.ts'
import { toPerson } from '../serializers.ts'
import type { LogStore } from '../store/log-store.ts'
import type { SettingsStore } from '../store/settings-store.ts'
import type { Team } from '../team.ts'
import type { Said } from './letter.ts'
import { codesOf } from './smtp.ts'
import { writeTranscript } from './transcript-letter.ts'

export interface Transcripts {
  /** Accepted when the mail server has taken it. The address goes nowhere else. */
  send(wish: Wish): Promise<Reply<null>>
}

interface Wish {
  conversation: Conversation
  card: Card
  email: string
  /** The network address of who wants it. */
  network: string
}

interface TranscriptOptions {
  store: Pick<LogStore, 'itemsBefore'>
  settings: Pick<SettingsStore, 'settings' | 'hours'>
  team: Team
  log: Logger
  from: string
  send(mail: SendMailOptions): Promise<unknown>
}

const hour = 3_600
const day = 24 * hour
const most = { triesOfVisitorADay: 5, triesFromNetworkAnHour: 10, toAddressADay: 3 }
/** So much of the end of a conversation goes into a mail. */
const itemsSent = 1_000
/** The mail server is waited for so long, in ms: the page waits no longer than `limits.requestReply`. */
const patience = limits.requestReply - 2_000
const tooLate = 'too-late'

/**
 * Sends visitors what was said, where they want it. They may name any address, so that this must not be a way to send one's
 * own words to strangers: an operator has to have answered, and there are few mails of one conversation, to one address, for
 * one visitor, from one network (SECURITY.md).
 */
export function createTranscripts(options: TranscriptOptions): Transcripts {
  const { log } = options
  const ofConversation = new Buckets(1, 1 / hour)
  const ofVisitor = new Buckets(most.triesOfVisitorADay, most.triesOfVisitorADay / day)
  const ofNetwork = new Buckets(most.triesFromNetworkAnHour, most.triesFromNetworkAnHour / hour)
  const toAddress = new Buckets(most.toAddressADay, most.toAddressADay / day)

  return {
    async send({ conversation, card, email, network }) {
      const { id, visitorId } = conversation
      const tooMuch =
        ofConversation.refuse(id) ??
        ofVisitor.refuse(visitorId) ??
        ofNetwork.refuse(network) ??
        toAddress.refuse(email.toLowerCase())
      if (tooMuch) return tooMuch
      const { said, isCut } = lastSaid(options.store, id)
      if (!said.some(({ from }) => from === 'operator')) return refused('no-conversation')
      const { siteName, contact } = options.settings.settings.data
      const mail = writeTranscript({
        ...{ locale: conversation.locale, email, said, isCut, from: options.from, site: { siteName, contact } },
        timeZone: card.timeZone ?? options.settings.hours.data.timeZone,
        isKnown: card.email?.toLowerCase() === email.toLowerCase(),
        nameOf: ({ by }) => (by === undefined ? siteName : toPerson(options.team, by).name),
      })
      try {
        await inTime(options.send(mail))
        return accepted(null)
      } catch (error) {
        const codes = codesOf(error)
        log.warn({ ...codes, conversationId: id }, 'a transcript could not be mailed')
        // What only took too long may still arrive.
        if (codes.code !== tooLate) ofConversation.forget(id)
        return refused('mail-failed')
      }
    },
  }
}

/** The messages among the last items, oldest first; `isCut`: there are earlier items. */
function lastSaid(store: TranscriptOptions['store'], id: ConversationId): { said: Said[]; isCut: boolean } {
  let page = store.itemsBefore(id, Number.MAX_SAFE_INTEGER)
  let items = page.items
  while (page.hasMore && items.length < itemsSent) {
    page = store.itemsBefore(id, items[0]?.seq ?? 0)
    items = [...page.items, ...items]
  }
  return { said: items.filter((item): item is Said => item.kind === 'message'), isCut: page.hasMore }
}

async function inTime(sending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, patience, Object.assign(new Error(tooLate), { code: tooLate }))
  })
  await Promise.race([sending, late]).finally(() => clearTimeout(timer))
}
