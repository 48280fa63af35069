import type { Http } from '@deskbell/client/http'
import { contentOf, type EntriesOrder, type Entry, withCategory } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import type { Shelf } from './arrangement.ts'
import type { EntryListing } from './entry-list.ts'
import type { NoticeLine } from './notice.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

interface Given {
  http: Http
  notice: NoticeLine
  list: EntryListing
}

/** Puts the entries in the order an owner wants: at once on screen, then on the relay, the newest order after the one under way. */
export const EntryOrderModel = createModel(({ http, notice, list }: Given) => {
  let unsent: EntriesOrder | undefined
  let isSending = false
  /** As the relay has them, as far as is known. */
  let kept: readonly Entry[] = []

  function show(next: readonly Entry[]): void {
    const before = new Map(list.all.peek().map((entry) => [entry.id, categoryOf(entry)]))
    if (!isSending) kept = list.all.peek()
    list.arrange(next)
    const ids = list.all.peek().map(({ id }) => id)
    const placed = next
      .map((entry) => ({ id: entry.id, category: categoryOf(entry) }))
      .filter(({ id, category }) => before.get(id) !== category)
    unsent = { ids, placed: [...(unsent?.placed ?? []), ...placed] }
    if (!isSending) void send()
  }

  async function send(): Promise<void> {
    isSending = true
    while (unsent) {
      const order: EntriesOrder = unsent
      const shown = list.all.peek()
      unsent = undefined
      const answer = await http.send<null>('POST', '/api/entries/order', order)
      if (answer.ok) kept = shown
      else await goBack(answer.refusal === 'changed-meanwhile', refusalWording(answer))
    }
    isSending = false
  }

  async function goBack(isOvertaken: boolean, why: Wording): Promise<void> {
    unsent = undefined
    list.all.value = kept
    notice.show({ text: isOvertaken ? wording('order.overtaken') : why, isRefusal: true })
    if (isOvertaken) await list.load()
  }

  /** Says what has moved, with the way back. */
  function move(shelves: readonly Shelf[], text: Wording): void {
    const before = list.entries.peek()
    show(shelves.flatMap(({ entries }) => entries))
    notice.show({
      text,
      undo: () => {
        notice.hide()
        show(asBefore(before, list.entries.peek()))
      },
    })
  }

  return { move }
})

const categoryOf = (entry: Entry) => contentOf(entry).category ?? ''

/** The entries as they are now, in places and categories as they were; those that have come since at the end. */
function asBefore(before: readonly Entry[], now: readonly Entry[]): Entry[] {
  const places = new Map(before.map((entry, place) => [entry.id, { place, category: categoryOf(entry) }]))
  const placeOf = ({ id }: Entry) => places.get(id)?.place ?? before.length
  return now
    .map((entry) => withCategory(entry, places.get(entry.id)?.category ?? categoryOf(entry)))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}
