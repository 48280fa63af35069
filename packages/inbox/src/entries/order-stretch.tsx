import { useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { Step } from '../models/arrangement.ts'
import type { Drop } from '../models/drop.ts'
import type { EntryRow } from '../models/entry-list.ts'
import { OrderHandle } from './order-handle.tsx'
import { OrderLine } from './order-line.tsx'
import { OrderSteps } from './order-steps.tsx'
import { Stretch } from './stretch.tsx'
import { useDrag } from './use-drag.ts'

/** In px. */
const lineHeight = 45

interface Props {
  rows: readonly EntryRow[]
  /** All of their category. */
  group: readonly EntryRow[]
  /** Its name stands above the first line. */
  category: string | undefined
  categories: readonly string[]
  /** Also where it is far from what is on screen: the focus goes there. */
  isDrawn: boolean
  isAtOnce: boolean
  onStep: (row: EntryRow, step: Step) => void
  onPlace: (row: EntryRow, category: string) => void
  onStepCategory: (category: string, step: Step) => void
  onDrop: (drop: Drop) => void
}

/** Some lines, drawn while they are near what is on screen. */
export function OrderStretch(props: Props) {
  const { rows, group, category, categories, isDrawn, isAtOnce, onStep, onPlace, onDrop } = props
  return (
    <Stretch lines={rows.length} lineHeight={lineHeight} isAtOnce={isAtOnce} isDrawn={isDrawn}>
      {() => (
        <>
          {category !== undefined && <CategoryLine {...props} category={category} />}
          {rows.map((row) => (
            <OrderLine
              key={row.id}
              row={row}
              isFirst={row === group[0]}
              isLast={row === group.at(-1)}
              categories={categories}
              onStep={(step) => onStep(row, step)}
              onPlace={(to) => onPlace(row, to)}
              onDrop={onDrop}
            />
          ))}
        </>
      )}
    </Stretch>
  )
}

function CategoryLine({ category, categories, onStepCategory, onDrop }: Props & { category: string }) {
  const { t } = useInbox()
  const line = useRef<HTMLTableRowElement>(null)
  useDrag(line, { kind: 'category', key: category }, onDrop)
  const name = category || t('entries.noCategory')
  return (
    <tr ref={line} class="entry-group" data-order={`category ${category}`}>
      <th scope="rowgroup">
        <OrderHandle />
        <bdi class="capital">{name}</bdi>
      </th>
      <td>
        <OrderSteps
          name={name}
          isFirst={category === categories[0]}
          isLast={category === categories.at(-1)}
          onStep={(step) => onStepCategory(category, step)}
        />
      </td>
    </tr>
  )
}
