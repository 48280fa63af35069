import type { Page } from 'playwright-core'
import type { Account } from './account.ts'
import { type CrowdHead, type CrowdItem, type ItemPage, operatorOver } from './crowd.ts'
import { thread } from './thread.ts'

export interface StoredDesk {
  readonly heads: readonly CrowdHead[]
  /** What was said in each conversation, in order. */
  readonly said: ReadonlyMap<string, readonly string[]>
}

/** All conversations as the relay has them in its store, whole. */
export async function storedDesk(relayUrl: string, account: Account): Promise<StoredDesk> {
  const operator = await operatorOver(relayUrl, account)
  const heads = operator.welcome.conversations
  const said = new Map<string, string[]>()
  for (const { id } of heads) said.set(id, textsOf(await allItems(id)))
  operator.close()
  return { heads, said }

  async function allItems(conversationId: string, after = 0): Promise<CrowdItem[]> {
    const { items, hasMore } = await operator.ask<ItemPage>('conversation:resume', { conversationId, after })
    const last = items.at(-1)?.seq ?? after
    return hasMore ? [...items, ...(await allItems(conversationId, last))] : [...items]
  }
}

/** The messages among items, in order. */
export function textsOf(items: Iterable<CrowdItem>): string[] {
  const messages = [...items].filter(({ kind }) => kind === 'message')
  return messages.sort((one, other) => one.seq - other.seq).flatMap(({ text }) => text ?? [])
}

type Lists = Record<string, string[]>
const listNames = ['Waiting', 'Mine', 'Team', 'Questions', 'Closed']

/** The ids in each list, sorted: where an inbox of this operator must have them. */
export function listsOf({ heads }: StoredDesk, operatorId: string): Lists {
  const nameOf = ({ status, operatorId: whose }: CrowdHead) =>
    status === 'assigned'
      ? whose === operatorId
        ? 'Mine'
        : 'Team'
      : { waiting: 'Waiting', pending: 'Questions', closed: 'Closed' }[status]
  const idsIn = (name: string) => heads.filter((head) => nameOf(head) === name).map(({ id }) => id)
  return Object.fromEntries(listNames.map((name) => [name, idsIn(name).sort()]))
}

/** Unfolds what is folded, so that all lists can be read. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator('.list-folded[aria-expanded="false"]:not([aria-disabled])')
  while ((await folded.count()) > 0) await folded.first().click()
}

/** The ids in each list as they stand on screen, sorted. */
export async function listsOn(page: Page): Promise<Lists> {
  const idsIn = async (name: string) => {
    const rows = page.getByRole('region', { name: new RegExp(`^${name}`) }).locator('a.conversation-item')
    return rows.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? '').sort())
  }
  return Object.fromEntries(await Promise.all(listNames.map(async (name) => [name, await idsIn(name)])))
}

/** The texts in the thread on screen, in order. */
export function textsOn(page: Page): Promise<string[]> {
  return thread(page).locator('.message-text').allTextContents()
}

/** Leads to a conversation, by the address. */
export async function show(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `conversations/${id}`)
}
