import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Drop, Ordered } from '../models/drop.ts'

const lines = new WeakMap<Element, Ordered>()

/**
 * Lets a line be dragged by its `.order-handle`, and takes what is dropped on it: an entry or a category on any line. It is the browser's own dragging: lines stay where Preact has drawn them until the order is another. Libraries that
 * move the nodes themselves (SortableJS, 11.5 kB brotli against 7.5) would have to be taken back before each drawing.
 */
export function useDrag(
  line: RefObject<HTMLElement | null>,
  { kind, key }: Ordered,
  onDrop: (drop: Drop) => void,
): void {
  const drop = useRef(onDrop)
  drop.current = onDrop
  useEffect(() => {
    const element = line.current
    const dragHandle = element?.querySelector('.order-handle')
    if (!element || !dragHandle) return
    const onto: Ordered = { kind, key }
    lines.set(element, onto)
    const stops = [
      draggable({
        element,
        dragHandle,
        onDragStart: () => element.classList.add('is-dragged'),
        onDrop: () => element.classList.remove('is-dragged'),
      }),
      taking(element, onto, (one) => drop.current(one)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [line, kind, key])
}

/** Shows above or below which line what is dragged would go; a category goes below all of another. */
function taking(element: HTMLElement, onto: Ordered, onDrop: (drop: Drop) => void): () => void {
  let marked: Element = element
  const clear = () => marked.removeAttribute('data-goes')
  const draggedTo = (source: Element, y: number): Drop | undefined => {
    const dragged = lines.get(source)
    if (!dragged || source === element) return undefined
    if (dragged.kind === 'category' && lastOfCategory(source) === lastOfCategory(element)) return undefined
    const { top, height } = element.getBoundingClientRect()
    return { dragged, onto, isBelow: onto.kind !== dragged.kind || y > top + height / 2 }
  }
  return dropTargetForElements({
    element,
    canDrop: ({ source, input }) => draggedTo(source.element, input.clientY) !== undefined,
    onDrag({ source, location }) {
      const to = draggedTo(source.element, location.current.input.clientY)
      clear()
      if (!to) return
      marked = to.isBelow && to.dragged.kind === 'category' ? lastOfCategory(element) : element
      marked.setAttribute('data-goes', to.isBelow ? 'below' : 'above')
    },
    onDragLeave: clear,
    onDrop({ source, location }) {
      clear()
      const to = draggedTo(source.element, location.current.input.clientY)
      if (to) onDrop(to)
    },
  })
}

/** The line before the next category. */
function lastOfCategory(line: Element): Element {
  const all = [...(line.closest('table')?.querySelectorAll<HTMLElement>('tr') ?? [])]
  const next = all.findIndex((one, place) => place > all.indexOf(line as HTMLElement) && one.matches('.entry-group'))
  return all.at(next < 0 ? -1 : next - 1) ?? line
}
