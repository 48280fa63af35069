import type { NewItem } from '@deskbell/desk'
import { snippetOf } from '@deskbell/faq'
import type { ConversationId, FindConversations, FoundConversations } from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { ArchiveStore } from '../store/archive-store.ts'
import type { ItemReader } from '../store/item-store.ts'
import { endOfNumbers, everyCursor, type Met, meet, wordCursor } from './meet.ts'
import { Spoken } from './spoken.ts'
import { askedBy, askedIn, wordsIn } from './terms.ts'

/** How long a search waits for what is not read yet, in ms. */
const patience = 300
const page = 30
/** How often words are looked up for one page, which takes some 30 ms at 1,000,000 messages; the next goes on where it ended. */
const looks = 10
const snippetLength = 160

type Found = { id: ConversationId; said?: { seq: number; text: string } }
type Answer = Omit<FoundConversations, 'found'> & { found: readonly Found[] }
type Items = Pick<ItemReader, 'itemAt'>

/** Finds conversations by what was said in them, who the visitor is, whose they are, their labels, and when they were asked. */
export class Archive {
  readonly #store: ArchiveStore
  readonly #items: Items
  readonly #spoken: Spoken

  constructor(store: ArchiveStore, items: Items, log: Logger) {
    this.#store = store
    this.#items = items
    this.#spoken = new Spoken(store, log)
  }

  async find({ q, next, operator, label, from, to }: FindConversations): Promise<Answer> {
    const isRead = await this.#isRead()
    const cursors = [...askedIn(q), ...askedBy({ operator, label })].map((one) => wordCursor(this.#store, one))
    const { found, next: last } = meet(cursors.length > 0 ? cursors : [everyCursor(this.#store)], {
      atMost: Math.min(next ?? endOfNumbers, to === undefined ? endOfNumbers : (this.#store.last(to) ?? 0)),
      least: from === undefined ? 0 : (this.#store.first(from) ?? endOfNumbers),
      most: page,
      looks,
    })
    return {
      found: eachOnce(found.flatMap((met) => this.#shown(met, q))),
      ...(last !== undefined && { next: String(last) }),
      isReading: !isRead || this.#spoken.isBehind,
    }
  }

  #shown({ number, seq }: Met, query: string): Found[] {
    const conversationId = this.#store.conversation(number)
    if (conversationId === undefined) return []
    const { id, seq: place } = this.#goesOn(conversationId, seq)
    const item = place > 0 ? this.#items.itemAt(id, place) : undefined
    return [{ id, ...(item && saidIn(item, query)) }]
  }

  /** Of a merged question: what it was merged into, and where it is there. */
  #goesOn(id: ConversationId, seq: number): { id: ConversationId; seq: number } {
    const into = this.#store.mergedInto(id)
    return into === undefined ? { id, seq } : this.#goesOn(into, this.#store.copyOf({ id, seq }, into) ?? 0)
  }

  async #isRead(): Promise<boolean> {
    const reading = this.#spoken.read().then(() => true)
    return Promise.race([reading, new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref())])
  }

  close(): void {
    this.#spoken.close()
  }
}

/** A question that was merged into another one that was found is there. */
function eachOnce(found: readonly Found[]): Found[] {
  return found.filter(({ id }, place) => found.findIndex((one) => one.id === id) === place)
}

function saidIn(item: NewItem, query: string): Pick<Found, 'said'> {
  const text = wordsIn(item)
  return text === '' ? {} : { said: { seq: item.seq, text: snippetOf(text, query, snippetLength) } }
}
