import { useEffect } from 'preact/hooks'
import { backWords } from '../models/back-words.ts'
import type { WidgetContext } from '../panel/context.ts'

/** What it means that nobody is here, and when somebody is back: whoever left last may have told just now. */
export function NobodyNote({ context, text }: { context: WidgetContext; text: string }) {
  const { desk } = context
  useEffect(() => void desk.refresh(), [desk])
  const sentences = [text, backWords(context, 'question.backAt')].filter((sentence) => sentence !== '')
  return <p role="status">{sentences.join(' ')}</p>
}
