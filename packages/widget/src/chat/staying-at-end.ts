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

/**
 * Keeps a scrolling list at its end, as long as the reader is there. Who has scrolled up is not pulled down: what comes
 * from the other side is counted. `own` grows with everything the reader sends, which always shows the end.
 */
export function useStayingAtEnd({ theirs, own, rest }: { theirs: number; own: number; rest: unknown }): StayingAtEnd {
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
    if (isAtEnd.current || own > before.own) goToEnd()
    else newer.value += Math.max(0, theirs - before.theirs)
  }, [theirs, own, rest])
  useEffect(() => {
    const { current } = body
    if (!current) return
    const look = () => {
      isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight <= near
      if (isAtEnd.current) newer.value = 0
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
