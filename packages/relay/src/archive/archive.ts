import { setImmediate } from 'node:timers/promises'
import type { NewItem } from '@deskbell/desk'
import { snippetOf } from '@deskbell/faq'
import type { ConversationId, FindConversations, FoundConversations } from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { ArchiveStore, Hit, Unread, Which } from '../store/archive-store.ts'
import { hasLong, matchOf, termsOf } from './terms.ts'

/** How often what was said meanwhile is read, in ms: not at once, so that it costs a busy desk nothing. */
const often = 60_000
/** Read in one go; a few ms. */
const itemsAtOnce = 100
/** How long a search waits for what is not read yet, in ms. */
const patience = 300
const page = 30
/** Of many matches in one conversation the newest is shown. */
const hitsAtOnce = 200
/** How long one page is looked for, in ms; the next goes on where it ended. */
const lookedFor = 30
const snippetLength = 160

type Found = { id: ConversationId; said?: { seq: number; text: string } }
type Answer = Omit<FoundConversations, 'found'> & { found: readonly Found[] }

/** Finds conversations by what was said in them. Reads what is new once a minute, and before it searches. */
export class Archive {
  readonly #store: ArchiveStore
  readonly #timer: NodeJS.Timeout
  #reading: Promise<void> | undefined
  #isClosed = false

  constructor(store: ArchiveStore, log: Logger) {
    this.#store = store
    const read = () => this.#read().catch((error) => log.error({ err: error }, 'what was said could not be read'))
    this.#timer = setInterval(read, often).unref()
  }

  async find({ q, next, ...which }: FindConversations): Promise<Answer> {
    const before = next ?? Number.MAX_SAFE_INTEGER
    const match = matchOf(q)
    if (match === undefined) return this.#closed(which, before)
    const isReading = !(await this.#isRead())
    const { hits, next: last } = this.#newest(match, hasLong(q), which, before)
    return {
      found: hits.map(({ conversationId, item }) => ({ id: conversationId, ...saidIn(item, q) })),
      ...(last !== undefined && { next: String(last) }),
      isReading,
    }
  }

  /** The newest hit of each conversation, a page of them; and before which place the next page begins. */
  #newest(match: string, isMeant: (text: string) => boolean, which: Which, before: number) {
    const newest = new Map<ConversationId, Hit>()
    const end = performance.now() + lookedFor
    let next: number | undefined = before
    while (next !== undefined && performance.now() < end) {
      const hits = this.#store.find(match, which, { before: next, most: hitsAtOnce })
      for (const hit of hits.filter(({ item }) => isWho(item) || isMeant(textOf(item)))) {
        if (newest.size === page && !newest.has(hit.conversationId)) return { hits: [...newest.values()], next }
        if (!newest.has(hit.conversationId)) newest.set(hit.conversationId, hit)
        next = hit.place
      }
      next = hits.length === hitsAtOnce ? hits.at(-1)?.place : undefined
    }
    return { hits: [...newest.values()], next }
  }

  #closed(which: Omit<FindConversations, 'q' | 'next'>, before: number): Answer {
    const rows = this.#store.closed(which, { before, most: page + 1 })
    const shown = rows.slice(0, page)
    return {
      found: shown.map(({ id }) => ({ id })),
      ...(rows.length > page && { next: String(shown.at(-1)?.closedAt) }),
      isReading: false,
    }
  }

  async #isRead(): Promise<boolean> {
    const reading = this.#read().then(() => true)
    return Promise.race([reading, new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref())])
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #readAll(): Promise<void> {
    while (!this.#isClosed) {
      const rows = this.#store.unread(itemsAtOnce)
      if (rows.length > 0) this.#store.add(rows.map((row) => ({ place: row.place, terms: termsIn(row).join(' ') })))
      if (rows.length < itemsAtOnce) return
      await setImmediate()
    }
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }
}

/** What was said; and who the visitor is, with the first word and with whatever happens. */
function termsIn({ item, card }: Unread): string[] {
  // Found where it was first said, which leads on.
  if ('of' in item && item.of) return []
  const who = !isWho(item) ? [] : [card.name, card.email, card.verifiedId, 'reference' in item ? item.reference : '']
  return [textOf(item), ...who].flatMap((text) => termsOf(text ?? ''))
}

/** Also found by who the visitor is. */
const isWho = (item: NewItem) => item.seq === 1 || !('text' in item)
const textOf = (item: NewItem) => ('text' in item ? item.text : '')

function saidIn(item: Hit['item'], query: string): Pick<Found, 'said'> {
  return 'text' in item ? { said: { seq: item.seq, text: snippetOf(item.text, query, snippetLength) } } : {}
}
