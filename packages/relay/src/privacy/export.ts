import { setImmediate } from 'node:timers/promises'
import type { NewItem } from '@deskbell/desk'
import { type Attached, type ConversationId, fileUrl } from '@deskbell/protocol'
import { toPerson } from '../serializers.ts'
import type { StoredConversation } from '../store/head-rows.ts'
import type { Team } from '../team.ts'
import type { Premises } from './premises.ts'

/** Times in the store are ms since 1970; who reads an export reads dates (ISO 8601, UTC). */
const moments = new Set([
  'at',
  'askedAt',
  'assignedAt',
  'closedAt',
  'blockedUntil',
  'since',
  'endedAt',
  'answeredAt',
  'exportedAt',
])
/** What a date can be (ECMA-262, section 21.4.1.1); a visitor's browser may have sent anything. */
const latest = 8.64e15

/**
 * Everything about these visitors, as JSON: what they and operators wrote, notes and what is not sent yet too, what they did before, when they waited,
 * and where the files are fetched that they and operators sent.
 */
export async function exportVisitors(
  { store, running, team, publicUrl }: Premises & { team: Team; publicUrl: string },
  visitorIds: readonly string[],
): Promise<string> {
  void running?.live.flush()
  const conversations: object[] = []
  for (const id of store.personal.conversationsOf(visitorIds)) {
    const known = store.conversation(id)
    if (known)
      conversations.push({
        ...headOf(known),
        waits: waitsOf(store, id),
        drafts: store.drafts.in(id).map((draft) => ({ ...draft, by: toPerson(team, draft.by) })),
        items: await itemsOf(store, id, (item) => withFiles(named(team, item), publicUrl)),
      })
  }
  return `${JSON.stringify({ exportedAt: Date.now(), conversations }, dated, 2)}\n`
}

function headOf({ conversation, card }: StoredConversation) {
  const { id, reference, status, locale, askedAt, assignedAt, closedAt } = conversation
  const { preview: _last, answered: _answered, ...shown } = card
  return { ...{ id, reference, status, locale, askedAt, assignedAt, closedAt }, ...shown }
}

function waitsOf({ waits }: Premises['store'], id: ConversationId) {
  return waits.allOf(id).map(({ conversationId: _same, ...wait }) => wait)
}

async function itemsOf(store: Premises['store'], id: ConversationId, shown: (item: NewItem) => object) {
  const items: object[] = []
  let page = { items: [] as NewItem[], hasMore: true }
  let last = 0
  while (page.hasMore) {
    page = store.itemsAfter(id, last)
    last = page.items.at(-1)?.seq ?? last
    items.push(...page.items.map(shown))
    await setImmediate()
  }
  return items
}

/** Operators by name: their ids are not the visitor's business. */
function named(team: Team, item: NewItem): object {
  return {
    ...item,
    ...('by' in item && item.by !== undefined && { by: toPerson(team, item.by) }),
    ...('to' in item && { to: toPerson(team, item.to) }),
  }
}

function withFiles(item: object & { files?: readonly Attached[] }, publicUrl: string): object {
  const { files, ...rest } = item
  const fetched = (file: Attached) => ('isDeleted' in file ? file : { ...file, url: fileUrl(`${publicUrl}/`, file.id) })
  return files ? { ...rest, files: files.map(fetched) } : item
}

function dated(key: string, value: unknown): unknown {
  return moments.has(key) && typeof value === 'number' && Math.abs(value) <= latest
    ? new Date(value).toISOString()
    : value
}
