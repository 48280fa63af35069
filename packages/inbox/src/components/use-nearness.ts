import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** So far beyond the edge of what is scrolled counts as near, in px. */
const ahead = '800px'

const told = new Map<Element, (entry: IntersectionObserverEntry) => void>()
let observer: IntersectionObserver | undefined

/** One for all rows, as long as there are any: it tells each when it comes near and when it goes. */
function watchAll(): IntersectionObserver | undefined {
  if (typeof IntersectionObserver === 'undefined') return undefined
  // The margin of what scrolls inside the page; where a browser does not know it, rows are drawn as they come on screen.
  const margins = { rootMargin: ahead, scrollMargin: ahead }
  observer ??= new IntersectionObserver((entries) => {
    for (const entry of entries) told.get(entry.target)?.(entry)
  }, margins)
  return observer
}

/** Near the part of a list that is on screen, or beyond it and as high as it was when it was drawn, in px. */
export type Nearness = { isNear: true } | { isNear: false; height?: number }

/** Says whether a row, or a stretch of rows, is worth drawing in full. `isNearAtFirst`: as long as nobody has looked. */
export function useNearness(row: RefObject<HTMLElement | null>, isNearAtFirst: boolean): Nearness {
  const [nearness, setNearness] = useState<Nearness>({ isNear: isNearAtFirst })
  useEffect(() => {
    const { current } = row
    if (!current) return
    const watcher = watchAll()
    if (!watcher) return setNearness({ isNear: true })
    told.set(current, ({ isIntersecting: isNear, boundingClientRect: { height } }) => {
      // A list that is not shown at all stays as it was.
      if (height === 0) return
      setNearness((before) => (before.isNear === isNear ? before : isNear ? { isNear } : { isNear, height }))
    })
    watcher.observe(current)
    return () => {
      watcher.unobserve(current)
      told.delete(current)
      if (told.size > 0) return
      watcher.disconnect()
      observer = undefined
    }
  }, [row])
  return nearness
}
