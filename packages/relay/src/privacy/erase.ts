import { setTimeout as after, setImmediate } from 'node:timers/promises'
import { close } from '@deskbell/desk'
import { accepted, type ConversationId, type ErasedReply, type Reply, refused } from '@deskbell/protocol'
import { openLearningStore } from '../store/learning-store.ts'
import { forgetWords } from './forget-words.ts'
import type { Premises } from './premises.ts'

/** The journal can't be emptied while a backup reads; how often and how long apart (ms) it is tried. */
const tries = 20
const apart = 500

/**
 * Erases everything about these visitors: conversations, questions, notes, drafts, receipts, waits, what they searched for. Their
 * widgets begin anew. Refused: 'storage-failed'.
 */
export async function eraseVisitors(premises: Premises, visitorIds: readonly string[]): Promise<Reply<ErasedReply>> {
  const { store, running } = premises
  await letGoOfEarlierIndex(store)
  // First, so that nothing comes in between.
  for (const visitorId of visitorIds) running?.endVisitor(visitorId)
  void running?.live.flush()
  const ids = store.personal.conversationsOf(visitorIds)
  const learning = openLearningStore(store.database)
  for (const id of ids) {
    const known = store.conversation(id)
    if (known) forgetWords(learning, { ...known, first: store.itemAt(id, 1) })
    const isErased = await eraseConversation(premises, id)
    if (!isErased) return refused('storage-failed')
    await setImmediate()
  }
  return accepted({ conversations: ids.length, isJournalEmpty: await emptyJournal(premises) })
}

/** Piece by piece, so that nobody waits for an answer meanwhile. */
export async function letGoOfEarlierIndex({ personal }: Premises['store'], ending?: AbortSignal): Promise<void> {
  while (!ending?.aborted && personal.dropEarlier()) await setImmediate()
}

/** An open one is ended first, so that the line and the operators know. False: it could not be stored, and is still there. */
export async function eraseConversation({ store, running }: Premises, id: ConversationId): Promise<boolean> {
  const isOpen = running?.live.desk.conversations.has(id)
  const ended = isOpen ? await running?.live.decide(id, (desk) => ending(desk, id)) : undefined
  if (ended && !ended.ok) return false
  // From here on nothing comes between: what was to be written lazily is written, then all of it is gone.
  void running?.live.flush()
  store.personal.erase([id])
  // What others were still to hear of it they hear before.
  await running?.live.flush()
  running?.doorbell.erased(id)
  return true
}

function ending(desk: Parameters<typeof close>[0], conversationId: ConversationId) {
  return { outcome: close(desk, { conversationId, by: 'visitor', now: Date.now() }), value: () => null }
}

/** False: somebody read the database all the time, and what was erased may stand in the journal until the next night. */
export async function emptyJournal({ store }: Pick<Premises, 'store'>): Promise<boolean> {
  for (let tried = 0; tried < tries; tried += 1) {
    if (store.personal.emptyJournal()) return true
    await after(apart)
  }
  return false
}
