import type { PublishedEntry } from '@deskbell/protocol'
import { type ReadonlySignal, useModel } from '@preact/signals'
import { type Found, LookUpModel } from '../models/look-up.ts'
import type { WidgetContext } from '../panel/context.ts'
import { EntryList } from '../panel/entry-list.tsx'

/** How long the typing pauses before the answers are searched, in ms. */
const pause = 300
const shown = 3

/** Entries that may answer what is being written, beside it and never in the way. Those that did not help stay away. */
export function MaybeAnswers({ context, text }: { context: WidgetContext; text: ReadonlySignal<string> }) {
  const { t, answers, trail, navigation } = context
  const { found } = useModel(() => new LookUpModel({ answers, words: text, pause }))
  const seen = new Set(trail.before().entries.flatMap(({ id, helped }) => (helped === false ? [id] : [])))
  const entries = near(found.value)
    .filter(({ id }) => !seen.has(id))
    .slice(0, shown)
  if (entries.length === 0) return null
  return (
    <div class="suggestions">
      <EntryList
        context={context}
        title={t('ask.maybe')}
        entries={entries}
        onOpen={({ id }) => navigation.go({ name: 'entry', id })}
      />
    </div>
  )
}

/** A whole sentence holds more than any entry answers, so what is only near to it counts too. */
function near(found: Found | undefined): readonly PublishedEntry[] {
  return found ? [...found.results, ...found.near] : []
}
