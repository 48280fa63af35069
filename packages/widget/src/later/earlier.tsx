import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'
import { Trouble } from '../panel/trouble.tsx'

/** The page before is asked for while there is still so much to scroll, in px. */
const ahead = 600

/** What was said before the newest page: it comes by scrolling up or by the button, until the conversation begins. */
export function Earlier({ context, chat }: ChatProps) {
  const { t, settings, locale } = context
  const { earlier } = chat.conversation
  const edge = useRef<HTMLDivElement>(null)
  const { state, load, first } = useEarlier({ context, chat }, edge)
  useEffect(() => {
    const body = bodyOf(edge.current)
    if (!body) return
    // The page keeps the reader's place itself: not every browser does.
    body.style.setProperty('overflow-anchor', 'none')
    const look = () => {
      if (body.scrollTop < ahead && state.peek() !== 'failed') void load()
    }
    body.addEventListener('scroll', look, { passive: true })
    return () => {
      body.style.removeProperty('overflow-anchor')
      body.removeEventListener('scroll', look)
      earlier.value = []
    }
  }, [])
  if (first === 1) {
    return (
      <div class="day" ref={edge}>
        {t('chat.begins')}
      </div>
    )
  }
  return (
    <div class="day" ref={edge}>
      {state.value === 'failed' ? (
        <Trouble context={context} text={settings.words[locale]?.failed ?? t('panel.failed')} onRetry={load} />
      ) : (
        <button class="text-button" type="button" onClick={load}>
          {t(state.value === 'loading' ? 'panel.loading' : 'chat.earlier')}
        </button>
      )}
    </div>
  )
}

function useEarlier({ chat }: ChatProps, edge: { current: HTMLElement | null }) {
  const { earlier, items, link } = chat.conversation
  const state = useSignal<'ready' | 'loading' | 'failed'>('ready')
  const fromEnd = useRef<number | undefined>(undefined)
  const firstOf = () => (earlier.peek()[0] ?? items.peek()[0])?.seq ?? 1

  async function load(): Promise<void> {
    const before = firstOf()
    if (state.peek() === 'loading' || before === 1) return
    state.value = 'loading'
    const [body, log] = [bodyOf(edge.current), edge.current?.closest('[role=log]')]
    // What is looked up is read by whoever goes there, not told as if it had just come.
    log?.setAttribute('aria-busy', 'true')
    const answer = await link.request('conversation:look-back', { before })
    if (answer.ok && firstOf() === before) {
      if (body) fromEnd.current = body.scrollHeight - body.scrollTop
      earlier.value = [...answer.value.items, ...earlier.peek()]
    }
    state.value = answer.ok ? 'ready' : 'failed'
    requestAnimationFrame(() => log?.removeAttribute('aria-busy'))
  }

  useLayoutEffect(() => {
    const body = bodyOf(edge.current)
    if (body && fromEnd.current !== undefined) body.scrollTop = body.scrollHeight - fromEnd.current
    fromEnd.current = undefined
  }, [earlier.value])
  return { state, load, first: firstOf() }
}

function bodyOf(edge: HTMLElement | null) {
  return edge?.closest<HTMLElement>('.panel-body')
}
