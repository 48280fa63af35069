import { useSignal } from '@preact/signals'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { place, type Shelf, type Step, shelvesOf, stepCategory, stepEntry } from '../models/arrangement.ts'
import { afterDrop, type Drop } from '../models/drop.ts'
import type { EntryListing, EntryRow } from '../models/entry-list.ts'
import { EntryOrderModel } from '../models/entry-order.ts'
import { wording } from '../models/wording.ts'
import { focusMoved } from './order-steps.tsx'
import { OrderStretch } from './order-stretch.tsx'
import { stretchesOf } from './stretch.tsx'
import './order.css'

/** The entries in the order visitors see them, each with the ways to another place. */
export function OrderTable({ list }: { list: EntryListing }) {
  const { t, http, desk } = useInbox()
  const { notice } = desk
  const model = useModel(() => new EntryOrderModel({ http, notice, list }))
  const moved = useSignal<string | undefined>(undefined)
  const shelves = shelvesOf(list.entries.value)
  const rows = new Map(list.rows.value.map((row) => [row.id, row]))
  const chosen = list.category.value
  const groups = shelves
    .filter(({ category }) => chosen === undefined || category === chosen)
    .map(({ category, entries }) => ({ category, rows: entries.flatMap(({ id }) => rows.get(id) ?? []) }))

  const go = (next: readonly Shelf[], category: string, row?: EntryRow) => {
    moved.value = row?.id
    const shelf = next.find((one) => one.category === category)
    const among = row ? (shelf?.entries ?? []).map(({ id }) => id) : next.map((one) => one.category)
    const name = row ? row.question : category || t('entries.noCategory')
    const number = among.indexOf(row ? row.id : category) + 1
    model.move(next, wording('order.moved', { name, place: number, count: among.length }))
  }
  const stepRow = (row: EntryRow, step: Step) => {
    go(stepEntry(shelves, row.id, step), row.category, row)
    focusMoved(row.id, step)
  }
  const stepShelf = (category: string, step: Step) => {
    go(stepCategory(shelves, category, step), category)
    focusMoved(`category ${category}`, step)
  }
  const placeRow = (row: EntryRow, category: string) => {
    const entry = list.entries.peek().find(({ id }) => id === row.id)
    if (!entry) return
    if (chosen !== undefined) list.category.value = category
    go(place(shelves, entry, category), category, row)
    focusMoved(row.id, 'category')
  }
  const drop = (one: Drop) => {
    const after = afterDrop(shelves, one)
    if (after) go(after.next, after.category, rows.get(after.entryId ?? ''))
  }
  const ways = { onStep: stepRow, onPlace: placeRow, onStepCategory: stepShelf, onDrop: drop }
  const categories = shelves.map(({ category }) => category)
  return (
    <>
      <p class="form-hint">{t('order.hint')}</p>
      <table class="entry-table order-table" aria-label={t('entries.order')}>
        {stretchesOf(groups).map(({ key, category, rows: some, isAtOnce }) => (
          <OrderStretch
            key={key}
            rows={some}
            category={chosen === undefined ? category : undefined}
            categories={categories}
            group={groups.find(({ rows: all }) => all.includes(some[0] as EntryRow))?.rows ?? some}
            isDrawn={some.some(({ id }) => id === moved.value)}
            isAtOnce={isAtOnce}
            {...ways}
          />
        ))}
      </table>
    </>
  )
}
