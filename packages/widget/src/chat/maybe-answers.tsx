import type { PublishedEntry } from '@deskbell/protocol'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { WidgetContext } from '../panel/context.ts'
import { EntryList } from '../panel/entry-list.tsx'

/** How long the typing pauses before the answers are searched, in ms. */
const pause = 300
const shown = 3

/** Entries that may answer what is being written, beside it and never in the way. Those that did not help stay away. */
export function MaybeAnswers({ context, text }: { context: WidgetContext; text: ReadonlySignal<string> }) {
  const { t, answers, trail, navigation } = context
  const settled = useSignal(text.peek())
  const current = text.value
  useEffect(() => {
    const timer = setTimeout(() => {
      settled.value = current
    }, pause)
    return () => clearTimeout(timer)
  }, [current])
  const seen = new Set(trail.before().entries.flatMap(({ id, helped }) => (helped === false ? [id] : [])))
  const entries = answers.canSearch.value
    ? near(context, settled.value)
        .filter(({ id }) => !seen.has(id))
        .slice(0, shown)
    : []
  if (entries.length === 0) return null
  return (
    <div class="suggestions">
      <EntryList title={t('ask.maybe')} entries={entries} onOpen={({ id }) => navigation.go({ name: 'entry', id })} />
    </div>
  )
}

/** A whole sentence holds more than any entry answers, so what is only near to it counts too. */
function near({ answers }: WidgetContext, text: string): readonly PublishedEntry[] {
  const found = answers.search(text)
  return found.length > 0 ? found : answers.nearest(text)
}
