import { setTimeout as after, setImmediate } from 'node:timers/promises'
import type { ConversationId } from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { ArchiveStore, Entry, Head, Unread } from '../store/archive-store.ts'
import { answeredIn, markOf, termsOf, wordsIn } from './terms.ts'

/** How often what was said meanwhile is read, in ms: not at once, so that it costs a busy desk nothing. */
const often = 60_000
/** Read in one go; a few ms. */
const atOnce = 100
/** How often it is told how far a long reading is, in items. */
const toldAfter = 100_000

/**
 * Reads what was said into the index: what is new once a minute, and before a search; what was there before the index, beside
 * that, the newest first.
 */
export class Spoken {
  readonly #store: ArchiveStore
  readonly #log: Logger
  readonly #timer: NodeJS.Timeout
  #readingNewer: Promise<void> | undefined
  #readingOlder: Promise<void> | undefined
  #isClosed = false

  constructor(store: ArchiveStore, log: Logger) {
    this.#store = store
    this.#log = log
    this.#timer = setInterval(() => void this.read(), often).unref()
  }

  /** Older ones are still to be read. */
  get isBehind(): boolean {
    return this.#store.olderUnread() > 0
  }

  /** Resolves when all is read; also where that failed, which the log knows. */
  read(): Promise<void> {
    this.#readingOlder ??= this.#told(this.#readOlder()).finally(() => {
      this.#readingOlder = undefined
    })
    this.#readingNewer ??= this.#told(this.#readNewer()).finally(() => {
      this.#readingNewer = undefined
    })
    return Promise.all([this.#readingNewer, this.#readingOlder]).then(() => undefined)
  }

  async #told(reading: Promise<void>): Promise<void> {
    await reading.catch((error) => this.#log.error({ err: error }, 'what was said could not be read'))
  }

  async #readNewer(): Promise<void> {
    while (!this.#isClosed) {
      const rows = this.#store.unread('newer', atOnce)
      const relabelled = rows.length < atOnce ? this.#store.relabelled(atOnce) : []
      if (rows.length + relabelled.length > 0) {
        this.#store.add(this.#entriesOf(rows, relabelled), { upto: rows.at(-1)?.id, relabelled })
      }
      if (rows.length < atOnce && relabelled.length < atOnce) return
      await setImmediate()
    }
  }

  /** Takes half of the time, so that the desk has the other. */
  async #readOlder(): Promise<void> {
    while (!this.#isClosed && this.#store.dropEarlier()) await setImmediate()
    let read = 0
    while (!this.#isClosed && this.isBehind) {
      const began = performance.now()
      const rows = this.#store.unread('older', atOnce)
      this.#store.add(this.#entriesOf(rows, []), { above: rows.length < atOnce ? 0 : (rows.at(-1)?.id ?? 1) - 1 })
      read += rows.length
      if (read % toldAfter < rows.length)
        this.#log.info({ left: this.#store.olderUnread() }, 'older conversations are read for the search')
      await after(performance.now() - began)
    }
    if (read > 0 && !this.#isClosed) this.#log.info({ read }, 'older conversations were read for the search')
  }

  #entriesOf(rows: readonly Unread[], relabelled: readonly ConversationId[]): Entry[] {
    const { changed, answered } = this.#headsOf(rows, relabelled)
    const said = rows.flatMap(({ conversationId, item }) => {
      const terms = termsIn(item)
      return terms.length > 0 ? { conversationId, seq: item.seq, terms: terms.join(' ') } : []
    })
    const heads = this.#store.heads([...changed]).map((head) => {
      const terms = [...termsOfHead(head), ...(answered.get(head.conversationId) ?? [])]
      return { conversationId: head.conversationId, seq: 0, terms: terms.join(' ') }
    })
    return [...heads, ...said]
  }

  /** Whose head is another than the index has, and who answered in each. */
  #headsOf(rows: readonly Unread[], relabelled: readonly ConversationId[]) {
    const changed = new Set(relabelled)
    const answered = new Map<ConversationId, Set<string>>()
    for (const id of new Set([...relabelled, ...rows.map(({ conversationId }) => conversationId)])) {
      const terms = this.#store.headTerms(id)
      if (terms === undefined) changed.add(id)
      answered.set(id, new Set(answeredIn(terms ?? '')))
    }
    for (const { conversationId, item } of rows) {
      const mark = item.kind === 'message' && item.by !== undefined ? markOf('answered', item.by) : undefined
      const marks = answered.get(conversationId)
      if (!('text' in item) || (mark && !marks?.has(mark))) changed.add(conversationId)
      if (mark) marks?.add(mark)
    }
    return { changed, answered }
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }
}

function termsIn(item: Unread['item']): string[] {
  const text = wordsIn(item)
  return termsOf('reference' in item ? `${text} ${item.reference}` : text)
}

/** Who the visitor is, what it was about, and whose it is. */
function termsOfHead({ card, operatorId, reference }: Head): string[] {
  const { labels = [] } = card
  const words = [card.name, card.email, card.verifiedId, reference, ...labels].flatMap((text) => termsOf(text ?? ''))
  const marks = labels.map((label) => markOf('label', label))
  return [...words, ...(operatorId === null ? [] : [markOf('operator', operatorId)]), ...marks]
}
