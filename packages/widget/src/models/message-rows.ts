// The conversation as it is drawn: groups of one speaker, days, what happened, and how far the newest own message got.
import type { Attached, Message, Person, Receipts, Refusal, RichText, VisitorItem } from '@deskbell/protocol'
import { midnight } from './dates.ts'
import { type Letter, type ReturnedLetter, textOf } from './letter.ts'

/** What stands below a message. */
export type About =
  | { kind: 'time' | 'sent'; at: number }
  | { kind: 'sending' | 'kept' | 'delivered' }
  | { kind: 'read'; at?: number }
  | { kind: 'failed'; id: string; refusal: Refusal }

export interface MessageRow {
  kind: 'message'
  key: string
  at: number
  text: string
  tree?: RichText | undefined
  files?: readonly Attached[] | undefined
  isOwn: boolean
  /** Who speaks, where it is an operator. */
  by?: Person | undefined
  isFirst: boolean
  /** The speaker is shown: more than one operator speaks in this conversation. */
  isNamed: boolean
  state: 'sent' | 'unsent' | 'failed'
  about?: About
}

type Happened = Exclude<VisitorItem, { kind: 'message' | 'internal' | 'rejoined' | 'closed' }>
export type Row =
  | MessageRow
  | { kind: 'day' | 'new'; key: string; at: number }
  | { kind: 'happened'; key: string; item: Happened; isReadFrom: boolean }
  | { kind: 'closed'; key: string; at: number }

export interface Said {
  items: readonly VisitorItem[]
  letters: readonly Letter[]
  returned: readonly ReturnedLetter[]
  theirs: Receipts
  readAt: { seq: number; at: number } | undefined
  isConnected: boolean
  /** From this `seq` on nothing was seen. */
  newFrom?: number | undefined
}

/** A group is one speaker within this time, in ms. */
const groupLasts = 2 * 60_000

export function rowsOf(said: Said): readonly Row[] {
  const rows: Row[] = []
  const speakers = new Set(said.items.flatMap((item) => (item.kind === 'message' && item.by ? [item.by.name] : [])))
  for (const item of said.items) {
    // The line says itself that somebody is back in it.
    if (item.kind === 'internal' || item.kind === 'rejoined') continue
    addDay(rows, item.at)
    if (item.seq === said.newFrom) rows.push({ kind: 'new', key: 'new', at: item.at })
    if (item.kind === 'message') addMessage(rows, messageOf(item, speakers.size > 1))
    else rows.push(eventOf(item, said.theirs))
  }
  addUnsent(rows, said)
  return withReceipt(rows, said)
}

function addDay(rows: Row[], at: number): void {
  const last = rows.at(-1)
  const lastAt = last && (last.kind === 'happened' ? last.item.at : last.at)
  if (lastAt === undefined || midnight(lastAt) !== midnight(at)) rows.push({ kind: 'day', key: `day ${last?.key}`, at })
}

function eventOf(item: Exclude<VisitorItem, { kind: 'message' | 'internal' | 'rejoined' }>, theirs: Receipts): Row {
  const key = `item ${item.seq}`
  if (item.kind === 'closed') return { kind: 'closed', key, at: item.at }
  return { kind: 'happened', key, item, isReadFrom: theirs.read >= item.seq }
}

function messageOf({ id, at, text, tree, files, from, by }: Message, isNamed: boolean): MessageRow {
  const isOwn = from === 'visitor'
  return { kind: 'message', key: id, at, text, tree, files, isOwn, by, isFirst: true, isNamed, state: 'sent' }
}

/** Adds a message; the time below moves from the one before it to this one when both are one group. */
function addMessage(rows: Row[], message: MessageRow): void {
  const before = rows.at(-1)
  const isFirst = before?.kind !== 'message' || !isSameGroup(before, message)
  if (!isFirst) {
    const { about: _time, ...rest } = before
    rows[rows.length - 1] = rest
  }
  rows.push({ about: { kind: 'time', at: message.at }, ...message, isFirst, isNamed: message.isNamed && isFirst })
}

function isSameGroup(before: MessageRow, message: MessageRow): boolean {
  return (
    before.isOwn === message.isOwn &&
    before.by?.name === message.by?.name &&
    before.state !== 'failed' &&
    message.at - before.at < groupLasts
  )
}

function addUnsent(rows: Row[], { items, letters, returned, isConnected }: Said): void {
  const accepted = new Set(items.map((item) => (item.kind === 'message' ? item.id : '')))
  const refused = returned.map(({ letter, refusal }) => ({
    letter,
    about: { kind: 'failed', id: letter.id, refusal } as const,
  }))
  const waiting = letters
    .filter((letter) => 'text' in letter && !accepted.has(letter.id))
    .map((letter) => ({ letter, about: { kind: isConnected ? 'sending' : 'kept' } as const }))
  for (const { letter, about } of [...refused, ...waiting]) {
    addDay(rows, letter.writtenAt)
    const isUnsent = about.kind === 'kept' ? 'unsent' : 'sent'
    addMessage(rows, {
      ...{ kind: 'message', key: letter.id, at: letter.writtenAt, text: textOf(letter) },
      ...('files' in letter && { files: letter.files }),
      ...{ isOwn: true, isFirst: true, isNamed: false, about },
      state: about.kind === 'failed' ? 'failed' : isUnsent,
    })
  }
}

/** One receipt, under the newest own message; where something is still on its way, that says it. */
function withReceipt(rows: readonly Row[], { items, theirs, readAt }: Said): readonly Row[] {
  const place = rows.findLastIndex((row) => row.kind === 'message' && row.isOwn && row.state !== 'failed')
  const row = rows[place]
  const own = items.findLast((item): item is Message => item.kind === 'message' && item.from === 'visitor')
  if (row?.kind !== 'message' || row.key !== own?.id) return rows
  return rows.with(place, { ...row, about: receiptOf(own, theirs, readAt) })
}

function receiptOf({ seq, at }: Message, theirs: Receipts, readAt: Said['readAt']): About {
  if (theirs.read >= seq) return readAt && readAt.seq >= seq ? { kind: 'read', at: readAt.at } : { kind: 'read' }
  return theirs.delivered >= seq ? { kind: 'delivered' } : { kind: 'sent', at }
}
