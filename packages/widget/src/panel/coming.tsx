import type { Chunk } from '../models/chunk.ts'
import { ContactDetails } from './contact-details.tsx'
import type { WidgetContext } from './context.ts'
import { PanelBody, PanelHead } from './frame.tsx'
import { Trouble } from './trouble.tsx'

/** In place of what is still being downloaded; where that failed, says so and lets the visitor try again. */
export function Coming({ context, chunk }: { context: WidgetContext; chunk: Chunk<unknown> }) {
  const { t, settings, locale } = context
  if (chunk.state.value.kind === 'failed') {
    return <Trouble context={context} text={settings.words[locale]?.failed ?? t('panel.failed')} onRetry={chunk.load} />
  }
  return (
    <p class="note" role="status">
      {t('panel.loading')}
    </p>
  )
}

/** The same where the whole area is on its way, with how else to reach the site owner. */
export function ComingArea({ context, chunk }: { context: WidgetContext; chunk: Chunk<unknown> }) {
  return (
    <>
      <PanelHead context={context} title={context.settings.siteName} />
      <PanelBody context={context}>
        <Coming context={context} chunk={chunk} />
        {chunk.state.value.kind === 'failed' && <ContactDetails context={context} />}
      </PanelBody>
    </>
  )
}
