import type { Colleague, OperatorItem } from '@deskbell/protocol'
import { daysApart } from '../words/times.ts'
import { withoutParted } from './merging.ts'

type Message = Extract<OperatorItem, { kind: 'message' }>
type Note = Extract<OperatorItem, { kind: 'note' }>
type Shown = Exclude<OperatorItem, { kind: 'internal' }>
export type Moved = Exclude<Shown, Message | Note>

/** What a thread is drawn from: messages of one speaker stay together, days are told apart. */
export type ThreadPart =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'messages'; key: string; at: number; from: 'visitor' | 'operator'; by?: Colleague; messages: Message[] }
  | { kind: 'note'; key: string; note: Note }
  | { kind: 'moved'; key: string; item: Moved }

/** Messages of one speaker are one group as long as they follow within this time, in ms. */
const groupedFor = 5 * 60_000

/**
 * Items in their order become parts; a day is named where it is not `today` (ms since 1970) or changes. `newFrom`: the
 * `seq` from which on nobody had read; the first that the visitor says from there on is marked.
 */
export function threadParts(items: readonly OperatorItem[], today: number, newFrom?: number): ThreadPart[] {
  const parts: ThreadPart[] = []
  let lastAt: number | undefined
  for (const item of withoutParted(items)) {
    if (item.kind === 'internal') continue
    if (lastAt === undefined ? daysApart(item.at, today) > 0 : daysApart(lastAt, item.at) > 0) {
      parts.push({ kind: 'day', key: `day-${item.seq}`, at: item.at })
    }
    lastAt = item.at
    if (isFirstNew(item, parts, newFrom)) parts.push({ kind: 'new', key: 'new' })
    const group = parts.at(-1)
    if (item.kind === 'message' && group?.kind === 'messages' && continues(group, item)) group.messages.push(item)
    else parts.push(partOf(item))
  }
  return parts
}

function isFirstNew(item: Shown, parts: readonly ThreadPart[], newFrom = Number.POSITIVE_INFINITY): boolean {
  if (item.kind !== 'message' || item.from !== 'visitor' || item.seq < newFrom) return false
  return !parts.some(({ kind }) => kind === 'new')
}

function partOf(item: Shown): ThreadPart {
  const key = String(item.seq)
  if (item.kind === 'note') return { kind: 'note', key, note: item }
  if (item.kind !== 'message') return { kind: 'moved', key, item }
  const { at, from, by } = item
  return { kind: 'messages', key, at, from, ...(by && { by }), messages: [item] }
}

function continues(group: Extract<ThreadPart, { kind: 'messages' }>, message: Message): boolean {
  const lastAt = group.messages.at(-1)?.at ?? group.at
  return group.from === message.from && group.by?.id === message.by?.id && message.at - lastAt < groupedFor
}
