import { directionOf } from '@deskbell/locales'
import type { PublishedEntry } from '@deskbell/protocol'
import { chevronIcon, Icon } from '@deskbell/ui'
import type { WidgetContext } from './context.ts'
import { OnlyIn } from './only-in.tsx'

export interface EntryListProps {
  context: WidgetContext
  title: string
  entries: readonly PublishedEntry[]
  onOpen: (entry: PublishedEntry) => void
}

/** Entries to open under a small heading, which names their language where all have the same; nothing where there are none. */
export function EntryList({ context, title, entries, onOpen }: EntryListProps) {
  const [first] = entries
  if (!first) return null
  const isMixed = entries.some(({ locale }) => locale !== first.locale)
  return (
    <section class="entry-list">
      <h3 class="section-title">
        {title} {!isMixed && <OnlyIn context={context} locale={first.locale} />}
      </h3>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button class="entry-link" type="button" data-entry={entry.id} onClick={() => onOpen(entry)}>
              <span lang={entry.locale} dir={directionOf(entry.locale)}>
                {entry.question}
              </span>
              {isMixed && <OnlyIn context={context} locale={entry.locale} />}
              <Icon of={chevronIcon} small turns />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
