import { type Locale, limits } from '@deskbell/protocol'
import { type Inbox, useInbox } from '../inbox-context.ts'

/** Begins an entry with a visitor's question, in their language, and shows it; nothing is published before it is saved. */
export function writeEntry({ router, desk }: Pick<Inbox, 'router' | 'desk'>, locale: Locale, question: string): void {
  const line = question.trim().replaceAll(/\s+/g, ' ').slice(0, limits.titleLength)
  router.go({ page: 'entries', entryId: desk.entryDrafts.begin(locale, line) })
}

/** For owners. */
export function useWriteEntry(): ((locale: Locale, question: string) => void) | undefined {
  const inbox = useInbox()
  if (!inbox.desk.team.self.value.isOwner) return undefined
  return (locale, question) => writeEntry(inbox, locale, question)
}
