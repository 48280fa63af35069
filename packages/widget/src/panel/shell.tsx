import { PicturesFrom } from '@deskbell/ui'
import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatChunk } from './chat-chunk.ts'
import { EntryView } from './entry.tsx'
import { FindingView } from './finding-view.tsx'
import { takeFocus } from './focus.ts'
import type { PanelParts } from './parts.ts'
import { PersonArea } from './person-area.tsx'
import { fitToScreen, isScreen, keepTabInside } from './screen.ts'
import { useTurn } from './turn.ts'

/** The panel itself: one view at a time. Closed, it stays as it is, unseen, so that scroll and caret are there again. */
export function Shell({ parts, chat }: { parts: PanelParts; chat: ChatChunk }) {
  const { context } = parts
  const { isOpen, navigation, t } = context
  const panel = useRef<HTMLDivElement>(null)
  const view = navigation.view.value
  const isTurn = useTurn()
  useSignalEffect(() => {
    if (isOpen.value && panel.current) return fitToScreen(panel.current)
  })
  useLayoutEffect(() => {
    if (isOpen.value && panel.current) takeFocus(panel.current, navigation)
  }, [isOpen.value, view])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) isOpen.value = false
    if (event.key === 'Tab' && panel.current && isScreen()) keepTabInside(panel.current, event)
  }
  return (
    <div
      ref={panel}
      class={isOpen.value ? 'panel' : 'panel panel--closed'}
      role="dialog"
      tabIndex={-1}
      aria-label={t('panel.help')}
      aria-modal={isScreen() ? 'true' : undefined}
      onKeyDown={onKeyDown}
      data-view={view.name}
    >
      <PicturesFrom.Provider value={context.relay}>
        {view.name === 'person' && <PersonArea context={context} chat={chat} />}
        {view.name === 'entry' && <EntryView key={view.id} {...parts} id={view.id} />}
        {(view.name === 'home' || view.name === 'results') && <FindingView {...parts} isBodyDrawn={isTurn} />}
      </PicturesFrom.Provider>
    </div>
  )
}
