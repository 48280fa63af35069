import { addNote, answers, type Conversation, say } from '@deskbell/desk'
import {
  type AnswerDraft,
  accepted,
  answerGuard,
  type ConversationId,
  draftOfGuard,
  type EntryId,
  type FileId,
  fileOfGuard,
  type KeptDraft,
  keptDraftGuard,
  type OperatorItem,
  ofGuard,
  type Receipts,
  type Reply,
  readingGuard,
  receiptsOfGuard,
  refused,
} from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { grown } from '../desk/card.ts'
import { conversationRoom, operatorRoom, visitorRoom } from '../publish.ts'
import { toColleague, toOperator, toPerson } from '../serializers.ts'
import { handler } from './dispatch.ts'
import { setReading } from './reading.ts'
import type { Handlers, Speaking } from './speaking.ts'
import { teach } from './teaching.ts'

/** What an operator does inside a conversation: write, read, type. */
export function writingHandlers(speaking: Speaking): Handlers {
  const { socket, visitors, context } = speaking
  const { live, team } = context
  const { operatorId } = socket.data
  return [
    [
      'message:send',
      handler(answerGuard, (given) =>
        given.answers
          ? sendAnswer(speaking, given.conversationId, given, given.answers)
          : write(speaking, given.conversationId, given, 'message'),
      ),
    ],
    ['note:add', handler(draftOfGuard, (given) => write(speaking, given.conversationId, given, 'note'))],
    ['draft:set', handler(keptDraftGuard, (draft) => keepDraft(speaking, draft))],
    ['file:delete', handler(fileOfGuard, (of) => deleteFile(speaking, of))],
    ['file:restore', handler(fileOfGuard, (of) => restoreFile(speaking, of))],
    [
      'receipt:give',
      handler(receiptsOfGuard, ({ conversationId, ...receipts }) => giveReceipt(speaking, conversationId, receipts)),
    ],
    [
      'reading:set',
      handler(readingGuard, ({ conversationId }) => {
        setReading(speaking, conversationId)
        return accepted(null)
      }),
    ],
    [
      'typing:start',
      handler(ofGuard, ({ conversationId }) => {
        const conversation = live.desk.conversations.get(conversationId)
        if (!conversation || !answers(conversation, operatorId)) return accepted(null)
        visitors.to(visitorRoom(conversation.visitorId)).emit('typing:started', toPerson(team, operatorId))
        const news = { conversationId, by: toColleague(team, operatorId) }
        socket.to(conversationRoom(conversationId)).emit('typing:started', news)
        return accepted(null)
      }),
    ],
  ]
}

/** Entries inserted into it learn the visitor's words, once it is said. */
async function sendAnswer(
  speaking: Speaking,
  conversationId: ConversationId,
  draft: AnswerDraft,
  answers: readonly EntryId[],
) {
  const isNew = speaking.context.live.seqOf(conversationId, draft.id) === undefined
  const reply = await write(speaking, conversationId, draft, 'message')
  if (reply.ok && isNew && answers.length > 0) teach(speaking, conversationId, answers)
  return reply
}

function write(
  { socket, context }: Speaking,
  conversationId: ConversationId,
  draft: AnswerDraft,
  kind: 'message' | 'note',
): Reply<OperatorItem> | Promise<Reply<OperatorItem>> {
  const { live, team, store } = context
  const { operatorId } = socket.data
  const givenSeq = live.seqOf(conversationId, draft.id)
  const earlier = givenSeq === undefined ? undefined : store.itemAt(conversationId, givenSeq)
  if (earlier) return accepted(toOperator(team, earlier))
  const files = draft.files && store.files.toSend(draft.files, { conversationId, uploader: operatorId })
  if (draft.files && !files) return refused('file-gone')
  const { id, text, seenSeq } = draft
  const said = files ? { id, text, files } : { id, text }
  const now = Date.now()
  return live.decide(conversationId, (desk, card) => ({
    outcome:
      kind === 'note'
        ? addNote(desk, { conversationId, operatorId, draft: said, now, givenSeq })
        : say(desk, {
            conversationId,
            from: { operatorId },
            draft: said,
            now,
            givenSeq,
            seenSeq,
            answered: card?.answered,
          }),
    teller: socket.id,
    value: ({ lastSeq }) => {
      const seq = givenSeq ?? lastSeq
      if (kind === 'note') return toOperator(team, { kind, seq, at: now, id, text, by: operatorId })
      const item = { kind, seq, at: now, id, text, from: 'operator', by: operatorId } as const
      return toOperator(team, files ? { ...item, files } : item)
    },
  }))
}

/** Told to the other pages of the same operator, and to nobody else. */
function keepDraft({ socket, context }: Speaking, draft: KeptDraft): Reply<null> {
  const { operatorId } = socket.data
  if (!context.live.conversation(draft.conversationId)) return refused('no-conversation')
  context.store.drafts.put(operatorId, draft, Date.now())
  socket.to(operatorRoom(operatorId)).emit('draft:changed', draft)
  return accepted(null)
}

interface FileOf {
  conversationId: ConversationId
  id: FileId
}

/** Also of a visitor's, and of a conversation that is over: what is sent by mistake is often seen late. */
function deleteFile({ socket, context }: Speaking, { conversationId, id }: FileOf): Reply<null> {
  const { live, store, log } = context
  const known = live.conversation(conversationId)
  if (!known) return refused('no-conversation')
  const merged = mergedWith(context, known.conversation)
  if (store.files.find(id)?.conversationId !== (merged?.id ?? conversationId)) return accepted(null)
  if (!store.files.delete(id, Date.now())) return accepted(null)
  tellOfFile(context, known.conversation, id)
  if (merged) tellOfFile(context, merged, id)
  log.info({ operatorId: socket.data.operatorId, conversationId }, 'a file was deleted')
  return accepted(null)
}

function restoreFile({ context }: Speaking, { conversationId, id }: FileOf): Reply<null> {
  const { live, store } = context
  const known = live.conversation(conversationId)
  if (!known) return refused('no-conversation')
  const merged = mergedWith(context, known.conversation)
  if (!store.files.restore(id, merged?.id ?? conversationId)) return refused('file-gone')
  tellOfFile(context, known.conversation, id)
  if (merged) tellOfFile(context, merged, id)
  return accepted(null)
}

/** What was merged has taken its files along. */
function mergedWith({ live }: Context, { mergedInto }: Conversation): Conversation | undefined {
  return mergedInto === undefined ? undefined : live.conversation(mergedInto)?.conversation
}

function tellOfFile({ store, doorbell, changedFiles }: Context, conversation: Conversation, id: FileId): void {
  changedFiles.add(conversation, id)
  doorbell.fileChanged(conversation, store.files.shown(id))
}

/** What reaches one operator has reached the desk: the visitor is told of the furthest. */
function giveReceipt({ socket, visitors, context }: Speaking, id: ConversationId, receipts: Receipts): Reply<null> {
  const { live, doorbell } = context
  const known = live.conversation(id)
  if (!known) return refused('no-conversation')
  const { conversation, card } = known
  // Reading what a colleague has does not count as read: the visitor waits for the one who answers.
  const isMine = answers(conversation, socket.data.operatorId) || conversation.status === 'pending'
  const counted = isMine ? receipts : { delivered: receipts.delivered, read: 0 }
  const operatorHas = grown(card.operatorHas, counted, conversation.lastSeq)
  if (operatorHas.read === card.operatorHas.read && operatorHas.delivered === card.operatorHas.delivered)
    return accepted(null)
  live.setCard(conversation, { ...card, operatorHas })
  visitors.to(visitorRoom(conversation.visitorId)).emit('receipt:given', operatorHas)
  doorbell.headChanged(id)
  return accepted(null)
}
