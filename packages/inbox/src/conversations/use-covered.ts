import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Whether the story begins above what can be seen of the thread: behind its line, or higher. */
export function useCovered({
  thread,
  line,
  story,
}: Record<'thread' | 'line' | 'story', RefObject<HTMLElement | null>>): boolean {
  const [isCovered, setCovered] = useState(false)
  useEffect(() => {
    const { current } = thread
    const look = () => {
      const [begins, covers] = [story.current?.getBoundingClientRect(), line.current?.getBoundingClientRect()]
      setCovered(begins !== undefined && covers !== undefined && begins.top < covers.bottom - 1)
    }
    look()
    current?.addEventListener('scroll', look, { passive: true })
    return () => current?.removeEventListener('scroll', look)
  }, [thread, line, story])
  return isCovered
}
