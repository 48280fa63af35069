import { sentences } from '@deskbell/locales'
import { useEffect } from 'preact/hooks'
import { backWords } from '../models/back-words.ts'
import type { WidgetContext } from '../panel/context.ts'

/** What it means that nobody is here, and when somebody is back: whoever left last may have told just now. */
export function NobodyNote({ context, text }: { context: WidgetContext; text: string }) {
  const { desk } = context
  useEffect(() => void desk.refresh(), [desk])
  return <p role="status">{sentences(text, backWords(context, 'question.backAt'))}</p>
}
