import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { OpenConversation } from '../models/open-conversation.ts'
import { useSought } from './use-sought.ts'

/** So near the end counts as being there, in px. */
const atEndWithin = 40
/** The next page is asked for while there is still so much to scroll, in px. */
const ahead = 600

interface Given {
  thread: { current: HTMLDivElement | null }
  open: OpenConversation
  /** Grows with what this operator writes here, which always shows the end. */
  own: number
  /** The `seq` of the message somebody came for. */
  sought: number | undefined
}

/** Where the reader is: at the end as long as they stay there, else at the same words, whatever is drawn above or below. */
export function useThreadPlace({ thread, open, own, sought }: Given) {
  const { look, shown, items, before, newFrom } = open
  const [hasNewer, setHasNewer] = useState(false)
  const isAtEnd = useRef(true)
  const goal = useRef<'first-new' | 'beginning' | undefined>(sought === undefined ? 'first-new' : undefined)
  const isOpen = before.value !== undefined
  const newest = items.value.at(-1)?.seq
  const first = shown.value[0]?.seq
  const keepWords = useKeptWords(thread, first)

  const settle = (current: HTMLElement) => {
    isAtEnd.current = look.isAtEnd.peek() && fromEnd(current) < atEndWithin
  }
  const scroll = () => {
    const { current } = thread
    if (!current) return
    settle(current)
    if (isAtEnd.current) setHasNewer(false)
    if (look.failed.peek()) return
    if (current.scrollTop < ahead) look.earlier()
    else if (fromEnd(current) < ahead) look.later()
  }
  const toEnd = () => {
    isAtEnd.current = true
    look.toEnd()
    toLowerEdge(thread.current)
  }
  const toBeginning = () => {
    isAtEnd.current = false
    if (look.isAtBeginning.peek()) thread.current?.scrollTo(0, 0)
    else {
      goal.current = 'beginning'
      void look.jump(1).then(() => {
        if (look.failed.peek()) goal.current = undefined
      })
    }
  }

  useLayoutEffect(() => {
    const { current } = thread
    keepWords()
    if (!current || !isOpen) return
    if (goal.current === 'beginning') current.scrollTo(0, 0)
    else if (isAtEnd.current) toLowerEdge(current)
    if (goal.current === 'first-new' && newFrom.value !== undefined) {
      showFirstNew(current)
      settle(current)
    }
    goal.current = undefined
    look.drawn()
  }, [shown.value, isOpen])
  useLayoutEffect(() => {
    if (!isAtEnd.current) setHasNewer(true)
  }, [newest])
  useOwnShown(own, toEnd)
  useSought({ thread, open, sought, settle })
  useKeptAtEnd(thread, isAtEnd)
  return { hasNewer, scroll, toEnd, toBeginning }
}

function useOwnShown(own: number, toEnd: () => void): void {
  const wrote = useRef(own)
  useLayoutEffect(() => {
    if (own > wrote.current) toEnd()
    wrote.current = own
  }, [own])
}

/** Before what stands above is drawn anew, notes how far the reader is from the lower edge; what it gives puts them there. */
function useKeptWords(thread: Given['thread'], first: number | undefined): () => void {
  const drawn = useRef(first)
  const distance = useRef<number | undefined>(undefined)
  const { current } = thread
  if (current && drawn.current !== first) distance.current ??= current.scrollHeight - current.scrollTop
  return () => {
    if (current && distance.current !== undefined) current.scrollTop = current.scrollHeight - distance.current
    distance.current = undefined
    drawn.current = first
  }
}

/** The composer grows, bubbles and lines come and go: who looks at the end goes on looking at it. */
function useKeptAtEnd(thread: Given['thread'], isAtEnd: { current: boolean }): void {
  useEffect(() => {
    const { current } = thread
    if (!current || typeof ResizeObserver === 'undefined') return
    const keep = () => {
      if (isAtEnd.current) toLowerEdge(current)
    }
    const sizes = new ResizeObserver(keep)
    const children = new MutationObserver(keep)
    sizes.observe(current)
    children.observe(current, { childList: true, subtree: true })
    return () => {
      sizes.disconnect()
      children.disconnect()
    }
  }, [thread, isAtEnd])
}

const fromEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement) => scrollHeight - scrollTop - clientHeight

function toLowerEdge(thread: HTMLElement | null): void {
  if (thread) thread.scrollTop = thread.scrollHeight
}

/** Where more is new than fits, reading begins at its first line. */
function showFirstNew(thread: HTMLElement): void {
  const mark = thread.querySelector<HTMLElement>('.thread-new')
  if (!mark) return
  const top = mark.getBoundingClientRect().top - thread.getBoundingClientRect().top
  const room = 64
  if (top < room) thread.scrollTop += top - room
}
