import { checkIcon, Icon, leaveIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'

/** What is seldom wanted: hearing nothing of answers, ending a talk. It asks nothing twice. */
export function Menu({ context, chat }: ChatProps) {
  const { t } = context
  const menu = useRef<HTMLDivElement>(null)
  const close = () => {
    chat.isMenuOpen.value = false
  }
  useLayoutEffect(() => {
    menu.current?.querySelector('button')?.focus()
    return close
  }, [])
  useClosingOutside(menu, close)
  const onKeyDown = (event: KeyboardEvent) => {
    goAmongItems(event, [...(menu.current?.querySelectorAll('button') ?? [])])
    if (event.key !== 'Escape' && event.key !== 'Tab') return
    // Escape closes the menu, not the panel.
    event.stopPropagation()
    const button = menu.current?.parentElement?.previousElementSibling
    close()
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div role="menu" tabIndex={-1} ref={menu} aria-label={t('panel.more')} onKeyDown={onKeyDown}>
      <AlertSwitch context={context} chat={chat} />
      {chat.conversation.head.value?.status === 'assigned' && (
        <button type="button" role="menuitem" onClick={chat.conversation.end}>
          <Icon of={leaveIcon} turns />
          {t('chat.end')}
        </button>
      )}
    </div>
  )
}

/** Arrow keys lead round, Home and End to the first and the last: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
function goAmongItems(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const place = items.indexOf(event.target as HTMLElement)
  const ways: Readonly<Record<string, number>> = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: -1 }
  const to = ways[event.key]
  if (to === undefined) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

/** Sound and title when an answer comes: in every tab, and kept. */
function AlertSwitch({ context, chat: { kept } }: ChatProps) {
  const isQuiet = useSignal(kept.saved().isQuiet === true)
  const turn = () => {
    isQuiet.value = !isQuiet.value
    kept.change({ isQuiet: isQuiet.value })
  }
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={!isQuiet.value} onClick={turn}>
      <Icon of={checkIcon} />
      {context.t('chat.alert')}
    </button>
  )
}

function useClosingOutside(menu: { current: HTMLElement | null }, close: () => void): void {
  useLayoutEffect(() => {
    const leave = (event: Event) => {
      const { parentElement: place } = menu.current ?? {}
      const path = event.composedPath()
      // The button of the menu closes it by itself.
      if (place && !path.includes(place) && !path.includes(place.previousElementSibling as Element)) close()
    }
    document.addEventListener('click', leave)
    return () => document.removeEventListener('click', leave)
  }, [])
}
