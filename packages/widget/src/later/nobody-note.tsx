import { directionOf, sentences } from '@deskbell/locales'
import type { SiteTexts } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'
import { backWords } from '../models/back-words.ts'
import type { WidgetContext } from '../panel/context.ts'
import { OnlyIn } from '../panel/only-in.tsx'

interface Props {
  context: WidgetContext
  /** What it means that nobody is here. */
  text?: string
  /** The owner's words instead, perhaps not in the visitor's language. */
  own?: SiteTexts['away']
}

/** What it means that nobody is here, and when somebody is back: whoever left last may have told just now. */
export function NobodyNote({ context, text = '', own }: Props) {
  const { desk } = context
  useEffect(() => void desk.refresh(), [desk])
  const back = backWords(context, 'question.backAt')
  if (!own) return <p role="status">{sentences(text, back)}</p>
  return (
    <div role="status">
      <p lang={own.locale} dir={directionOf(own.locale)}>
        {own.text}
      </p>
      <OnlyIn context={context} locale={own.locale} />
      <p>{back}</p>
    </div>
  )
}
