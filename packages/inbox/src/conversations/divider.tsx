import { useEffect, useRef, useState } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { ColumnName } from '../models/preferences.ts'
import './divider.css'

/** How narrow and how wide a column can be made, and by how much with one press, in px. */
const [narrowest, widest, step] = [240, 560, 16]

/** The edge of a column, moved by pointer or arrows. Enter or a double click puts it back where it was at first. */
export function Divider({ of: column }: { of: ColumnName }) {
  const { t, desk } = useInbox()
  const { chosen, choose } = desk.preferences
  const edge = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const drag = useRef<{ x: number; width: number } | undefined>(undefined)
  const columns = chosen.value.columns
  useEffect(() => setWidth(widthBeside(edge.current, column)), [columns, column])

  /** Where it would be after a way to the right, in px. */
  const grown = (from: number, right: number) => {
    const isTowardsEnd = (document.documentElement.dir === 'rtl') !== (column === 'card')
    return Math.round(Math.min(widest, Math.max(narrowest, from + (isTowardsEnd ? -right : right))))
  }
  const keep = (next: number) => choose({ columns: { ...columns, [column]: next } })
  const putBack = () => {
    const { [column]: _own, ...others } = columns
    choose({ columns: others })
  }
  const press = (event: KeyboardEvent) => {
    const from = widthBeside(edge.current, column)
    const next = { ArrowLeft: grown(from, -step), ArrowRight: grown(from, step), Home: narrowest, End: widest }[
      event.key
    ]
    if (next !== undefined) keep(next)
    else if (event.key === 'Enter') putBack()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule can't be moved
    <div
      ref={edge}
      class={`divider divider--${column}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t(`columns.${column}`)}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      onKeyDown={press}
      onDblClick={putBack}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        drag.current = { x: event.clientX, width: widthBeside(edge.current, column) }
      }}
      onPointerMove={(event) => {
        if (!drag.current) return
        const next = grown(drag.current.width, event.clientX - drag.current.x)
        event.currentTarget.parentElement?.style.setProperty(`--db-inbox-${column}`, `${next}px`)
        setWidth(next)
      }}
      onLostPointerCapture={() => {
        if (drag.current && width !== drag.current.width) keep(width)
        drag.current = undefined
      }}
    />
  )
}

function widthBeside(edge: HTMLElement | null, column: ColumnName): number {
  const beside = column === 'lists' ? edge?.previousElementSibling : edge?.nextElementSibling
  return beside instanceof HTMLElement ? beside.offsetWidth : 0
}
