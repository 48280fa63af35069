import { directionOf } from '@deskbell/locales'
import { useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { Step } from '../models/arrangement.ts'
import type { Drop } from '../models/drop.ts'
import type { EntryRow } from '../models/entry-list.ts'
import { sentence } from '../words/names.ts'
import { OrderHandle } from './order-handle.tsx'
import { OrderSteps } from './order-steps.tsx'
import { useDrag } from './use-drag.ts'

interface Props {
  row: EntryRow
  isFirst: boolean
  isLast: boolean
  categories: readonly string[]
  onStep: (step: Step) => void
  onPlace: (category: string) => void
  onDrop: (drop: Drop) => void
}

/** An entry, its category, and the ways it can go in that. */
export function OrderLine({ row, isFirst, isLast, categories, onStep, onPlace, onDrop }: Props) {
  const { t } = useInbox()
  const line = useRef<HTMLTableRowElement>(null)
  useDrag(line, { kind: 'entry', key: row.id }, onDrop)
  return (
    <tr ref={line} data-order={row.id}>
      <td>
        <OrderHandle />
        <bdi lang={row.locale} dir={directionOf(row.locale)}>
          {row.question}
        </bdi>
      </td>
      <td>
        <span class="order-ways">
          <span class="order-category" data-way="category">
            <select
              class="form-input form-select"
              aria-label={t('order.category', { name: row.question })}
              value={row.category}
              onChange={({ currentTarget: { value } }) => onPlace(value)}
            >
              {[...new Set([...categories, ''])].map((category) => (
                <option key={category} value={category}>
                  {category ? sentence(category) : t('entries.noCategory')}
                </option>
              ))}
            </select>
          </span>
          <OrderSteps name={row.question} isFirst={isFirst} isLast={isLast} onStep={onStep} />
        </span>
      </td>
    </tr>
  )
}
