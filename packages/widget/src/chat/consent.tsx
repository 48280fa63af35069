import { directionOf } from '@deskbell/locales'
import { RichText } from '@deskbell/ui'
import type { WidgetContext } from '../panel/context.ts'
import { OnlyIn } from '../panel/only-in.tsx'

/** What the owner wants known before something is sent. */
export function Consent({ context }: { context: WidgetContext }) {
  const consent = context.desk.status.value?.texts.consent
  if (!consent) return null
  return (
    <div class="hint" lang={consent.locale} dir={directionOf(consent.locale)}>
      <RichText tree={consent.text} />
      <OnlyIn context={context} locale={consent.locale} />
    </div>
  )
}
