import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/** So near the end counts as being there, in px. */
const near = 48

export interface StayingAtEnd {
  body: RefObject<HTMLDivElement | null>
  /** New messages below what is on screen. */
  newer: ReadonlySignal<number>
  goToEnd(): void
}

interface Said {
  theirs: number
  own: number
  rest: unknown
  newFrom: number | undefined
}

/**
 * Keeps a scrolling list at its end, as long as the reader is there. Who has scrolled up is not pulled down: what comes
 * from the other side is counted. `own` grows with everything the reader sends, which always shows the end. Where more is new
 * than fits, from `newFrom` on, reading begins at its first line.
 */
export function useStayingAtEnd({ theirs, own, rest, newFrom }: Said): StayingAtEnd {
  const body = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const counted = useRef({ theirs, own })
  const newer = useSignal(0)
  const goToEnd = () => {
    const { current } = body
    if (current) current.scrollTop = current.scrollHeight
    newer.value = 0
  }
  useLayoutEffect(() => {
    const before = counted.current
    counted.current = { theirs, own }
    // The list has grown: what watches its size goes on to the end, without another layout of the page for it.
    if (own > before.own) isAtEnd.current = true
    if (!isAtEnd.current) newer.value += Math.max(0, theirs - before.theirs)
  }, [theirs, own, rest])
  useEffect(() => {
    // By then it is drawn, and on screen.
    const frame = requestAnimationFrame(() => {
      const { current } = body
      const mark = current?.querySelector('.new')
      if (!current || !mark) return
      const above = mark.getBoundingClientRect().top - current.getBoundingClientRect().top - 8
      if (above >= 0) return
      current.scrollTop += above
      isAtEnd.current = false
    })
    return () => cancelAnimationFrame(frame)
  }, [newFrom])
  useLayoutEffect(() => {
    const { current } = body
    if (!current) return
    // Where a new element stands; asked for, the browser would lay out all of the page at once.
    let top = 0
    const look = () => {
      const isNear = current.scrollHeight - current.scrollTop - current.clientHeight <= near
      // This may be told of after more has come, or a keyboard: that moves the end away, and only who scrolls up leaves it.
      if (isNear || current.scrollTop < top) isAtEnd.current = isNear
      if (isNear) newer.value = 0
      top = current.scrollTop
    }
    // A keyboard comes up, the screen is turned, what is inside grows after this was drawn: the end stays in sight.
    const sizes = new ResizeObserver(() => isAtEnd.current && goToEnd())
    for (const element of [current, ...current.children]) sizes.observe(element)
    current.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      current.removeEventListener('scroll', look)
    }
  }, [])
  return { body, newer, goToEnd }
}
