import type { NewItem } from '@deskbell/desk'
import { snippetOf } from '@deskbell/faq'
import type { ConversationId, FindConversations, FoundConversations } from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { ArchiveStore } from '../store/archive-store.ts'
import type { ItemReader } from '../store/item-store.ts'
import { endOfNumbers, everyCursor, type Met, meet, wordCursor } from './meet.ts'
import { Spoken } from './spoken.ts'
import { askedIn, markOf } from './terms.ts'

/** How long a search waits for what is not read yet, in ms. */
const patience = 300
const page = 30
/** How far one page is looked for, which takes some 30 ms; the next goes on where it ended. */
const turns = 400
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
    const marks = [operator && markOf('operator', operator), label && markOf('label', label)]
    const asked = [...askedIn(q), ...marks.flatMap((mark) => (mark ? { match: `"${mark}"` } : []))]
    const cursors = asked.map((one) => wordCursor(this.#store, one))
    const { found, next: last } = meet(cursors.length > 0 ? cursors : [everyCursor(this.#store)], {
      atMost: Math.min(next ?? endOfNumbers, to === undefined ? endOfNumbers : (this.#store.last(to) ?? 0)),
      least: from === undefined ? 0 : (this.#store.first(from) ?? endOfNumbers),
      most: page,
      turns,
    })
    return {
      found: found.flatMap((met) => this.#shown(met, q)),
      ...(last !== undefined && { next: String(last) }),
      isReading: !isRead || this.#spoken.isBehind,
    }
  }

  #shown({ number, seq }: Met, query: string): Found[] {
    const id = this.#store.conversation(number)
    if (id === undefined) return []
    const item = seq > 0 ? this.#items.itemAt(id, seq) : undefined
    return [{ id, ...(item && saidIn(item, query)) }]
  }

  async #isRead(): Promise<boolean> {
    const reading = this.#spoken.read().then(() => true)
    return Promise.race([reading, new Promise<false>((resolve) => setTimeout(resolve, patience, false).unref())])
  }

  close(): void {
    this.#spoken.close()
  }
}

function saidIn(item: NewItem, query: string): Pick<Found, 'said'> {
  return 'text' in item ? { said: { seq: item.seq, text: snippetOf(item.text, query, snippetLength) } } : {}
}
