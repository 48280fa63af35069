import type { Answered, NewItem, Returned, Wait } from '@deskbell/desk'
import {
  type Before,
  type OperatorConversation,
  type Page,
  type PromisedWait,
  plainText,
  type Rating,
  type Receipts,
  type Reply,
} from '@deskbell/protocol'
import { messageTree } from '../messages/message-tree.ts'

/** Who the visitor is, as far as they or the shop have said. */
export interface Contact {
  name?: string
  email?: string
  /** The shop's own id of the visitor, signed by it. */
  verifiedId?: string
}

/** What is known of a conversation beside the line: stored with it, never decided on. */
export interface Card extends Contact {
  before: Before
  page?: Page
  /** The visitor's. */
  timeZone?: string
  promised?: PromisedWait
  waitsAgain?: NonNullable<OperatorConversation['waitsAgain']>
  preview?: NonNullable<OperatorConversation['preview']>
  /** The newest answer. */
  answered?: Answered
  /** How far answers to a question were mailed; `problem` in the mail server's own words. */
  mailed?: NonNullable<OperatorConversation['mailed']>
  /** What the visitor said of its end. */
  rating?: Rating
  /** Of a visitor's newest conversation: until when nothing is taken from them, in ms since 1970. */
  blockedUntil?: number
  /** What it was about, in the owner's words. */
  labels?: readonly string[]
  visitorHas: Receipts
  operatorHas: Receipts
}

export function newCard(before: Before, contact: Contact): Card {
  const nothing: Receipts = { delivered: 0, read: 0 }
  return {
    ...contact,
    before,
    ...(before.page && { page: before.page }),
    ...(before.timeZone !== undefined && { timeZone: before.timeZone }),
    visitorHas: nothing,
    operatorHas: nothing,
  }
}

/** The card with what the shop says: an address the visitor gave stays, and what was verified gives way to nothing less. */
export function introduced(card: Card, contact: Contact): Card {
  if (card.verifiedId !== undefined && card.verifiedId !== contact.verifiedId) return card
  return { ...card, ...contact, ...(card.email !== undefined && { email: card.email }) }
}

/** Why nothing is taken from a visitor whose newest conversation has this card; undefined where it is. */
export function whyBlocked({ blockedUntil = 0 }: Card, now: number): Extract<Reply<never>, { ok: false }> | undefined {
  return blockedUntil > now ? { ok: false, refusal: 'blocked', retryAfterMs: blockedUntil - now } : undefined
}

/** Receipts only ever grow, and never beyond what was sent. */
export function grown(before: Receipts, given: Receipts, lastSeq: number): Receipts {
  const delivered = Math.min(lastSeq, Math.max(before.delivered, given.delivered, given.read))
  return { delivered, read: Math.min(lastSeq, Math.max(before.read, given.read)) }
}

type Said = Extract<NewItem, { kind: 'message' }>

/** The card with the newest message, and with what was promised for the wait that began. */
export function cardAfter(card: Card, { conversation, items }: Returned, begun: Wait | undefined): Card {
  const message = items.findLast((item): item is Said => item.kind === 'message' && !item.of)
  const after = begun ? promising(card, begun, begun.askedAt > conversation.askedAt) : card
  if (!message) return after
  const answer = items.findLast(
    (item): item is Said & Answered => item.kind === 'message' && !item.of && item.by !== undefined,
  )
  const said = { ...after, preview: previewOf(message) }
  return answer ? { ...said, answered: { seq: answer.seq, by: answer.by } } : said
}

/** Its words as they are read, without the marks they were typed with. */
function previewOf({ from, by, text, at, files }: Said): NonNullable<Card['preview']> {
  const tree = messageTree(text, from)
  const words = tree ? plainText(tree) : text
  const preview = { from, text: words.slice(0, 200), at }
  const signed = by === undefined ? preview : { ...preview, by }
  return files ? { ...signed, files: files.length } : signed
}

function promising(before: Card, wait: Wait, isAgain: boolean): Card {
  const { promised: _promised, ...card } = before
  const promised = promisedIn(wait)
  if (isAgain) return { ...before, waitsAgain: { since: wait.askedAt, ...(promised && { promised }) } }
  return promised ? { ...card, promised } : card
}

/** What the visitor read first; what they would have read is no promise. */
function promisedIn({ first, last }: Wait): PromisedWait | undefined {
  if (last === undefined || first.wait === 'unknown') return undefined
  const { lowSeconds, likelySeconds, highSeconds } = first
  return { lowSeconds, likelySeconds, highSeconds }
}
