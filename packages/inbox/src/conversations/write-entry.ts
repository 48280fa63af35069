import { type Locale, limits } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'

/** For owners: begins an entry with a visitor's question, in their language, and shows it; nothing is published before they save it. */
export function useWriteEntry(): ((locale: Locale, question: string) => void) | undefined {
  const { router, desk } = useInbox()
  if (!desk.team.self.value.isOwner) return undefined
  return (locale, question) => {
    const line = question.trim().replaceAll(/\s+/g, ' ').slice(0, limits.titleLength)
    router.go({ page: 'entries', entryId: desk.entryDrafts.begin(locale, line) })
  }
}
