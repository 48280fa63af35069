import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { useNearness } from '../components/use-nearness.ts'
import type { EntryRow } from '../models/entry-list.ts'

const most = 15
/** Lines that begin so early in the table are drawn before anybody has looked which are on screen. */
const drawnAtOnce = 40

interface Group {
  category: string | undefined
  rows: readonly EntryRow[]
}

/** The lines of a table in stretches that are drawn or left out as one. `category`: of a group that begins. */
export function stretchesOf(groups: readonly Group[]) {
  let before = 0
  return groups.flatMap(({ category, rows }) =>
    Array.from({ length: Math.ceil(rows.length / most) }, (_, place) => {
      const some = rows.slice(place * most, (place + 1) * most)
      const isAtOnce = before < drawnAtOnce
      before += some.length
      return { key: `${category ?? '*'} ${place}`, category: place === 0 ? category : undefined, rows: some, isAtOnce }
    }),
  )
}

interface Props {
  lines: number
  /** As high as a line is where the question has room, in px. */
  lineHeight: number
  isAtOnce: boolean
  /** Also where it is far from what is on screen. */
  isDrawn?: boolean
  children: () => ComponentChildren
}

/** Some lines, drawn while they are near what is on screen; else as much room as they take. */
export function Stretch({ lines, lineHeight, isAtOnce, isDrawn = false, children }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const nearness = useNearness(body, isAtOnce)
  if (nearness.isNear || isDrawn) return <tbody ref={body}>{children()}</tbody>
  return (
    <tbody ref={body}>
      <tr style={{ blockSize: `${nearness.height ?? lines * lineHeight}px` }} />
    </tbody>
  )
}
