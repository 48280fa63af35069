import type { InboxKey } from '@deskbell/locales'
import type { Entry } from '@deskbell/protocol'
import type { EntrySending, SendingGiven } from './entry-sending.ts'
import { unpublished, withoutDraft } from './entry-standing.ts'
import type { EntryWork } from './entry-work.ts'
import type { NoticeLine } from './notice.ts'
import { refusalWording, wording } from './wording.ts'

interface Given {
  save: SendingGiven['save']
  notice: NoticeLine
  work: EntryWork
  sending: EntrySending
}

/** What becomes of an entry that is not written on: each can be taken back. What is not saved stays on screen. */
export function createTurns({ save, notice, work, sending }: Given) {
  async function turn(into: (stored: Entry) => Entry, key: InboxKey): Promise<void> {
    const before = work.stored.peek()
    if (before && (await sending.put(into(before), () => !work.isChanged.peek()))) tell(key, before)
  }

  /** Says what was done, with the way back. */
  function tell(key: InboxKey, before: Entry): void {
    const after = work.stored.peek()
    const undo = async () => {
      notice.hide()
      const answer = await save(before, after)
      if (!answer.ok) return notice.show({ text: refusalWording(answer), isRefusal: true })
      work.settle(answer.value, !work.isChanged.peek())
      sending.state.value = 'editing'
    }
    const { question } = work.words.peek()
    notice.show({ text: wording(key, { question }), undo: () => void undo() })
  }

  return {
    tellPublished: (before: Entry) => tell('entry.published', before),
    unpublish: () => turn(unpublished, 'entry.unpublished'),
    discardDraft: () => turn(withoutDraft, 'entry.draftDiscarded'),
  }
}
