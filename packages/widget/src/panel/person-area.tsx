import { useEffect } from 'preact/hooks'
import type { ChatChunk } from './chat-chunk.ts'
import { ContactDetails } from './contact-details.tsx'
import type { WidgetContext } from './context.ts'
import { PanelBody, PanelHead } from './frame.tsx'
import { Trouble } from './trouble.tsx'

/** The person's whole area. It is a download of its own, fetched when it is first wanted. */
export function PersonArea({ context, chat }: { context: WidgetContext; chat: ChatChunk }) {
  const { t, settings, locale } = context
  const failed = settings.words[locale]?.failed ?? t('panel.failed')
  const state = chat.state.value
  useEffect(chat.load, [chat])
  if (state.kind === 'ready') {
    const { PersonView, model } = state.started
    return <PersonView context={context} chat={model} />
  }
  return (
    <>
      <PanelHead context={context} title={settings.siteName} />
      <PanelBody context={context}>
        {state.kind === 'failed' ? (
          <>
            <Trouble context={context} text={failed} onRetry={chat.load} />
            <ContactDetails context={context} />
          </>
        ) : (
          <p class="note" role="status">
            {t('panel.loading')}
          </p>
        )}
      </PanelBody>
    </>
  )
}
