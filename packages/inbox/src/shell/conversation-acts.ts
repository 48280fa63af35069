import type { OperatorConversation, OperatorId } from '@deskbell/protocol'
import { exportVisitor } from '../conversations/export-visitor.ts'
import { writeEntry } from '../conversations/write-entry.ts'
import type { Inbox } from '../inbox-context.ts'
import { isAsked, isUnderway } from '../models/given.ts'
import type { ConversationAction } from '../models/key-action.ts'
import { labelsFor } from '../models/labels-for.ts'
import { questionsFor } from '../models/merging.ts'
import { canClose, canNote, canPutOff, canReply, type Standing, standingOf } from '../models/standing.ts'
import { conversationIn } from '../router.ts'

interface Here {
  inbox: Inbox
  desk: Inbox['desk']
  head: OperatorConversation
  standing: Standing
  selfId: OperatorId
}

interface Act {
  isPossible(here: Here): boolean
  run(here: Here): void
}

const isMine = ({ standing }: Here) => standing === 'mine'
const isReplying = ({ standing }: Here) => canReply(standing)
const isAskedHere = ({ head, selfId }: Here) => isAsked(head, selfId)
const isBlocked = ({ head, desk }: Here) => (head.blockedUntil ?? 0) > desk.clock.now.peek()
const isOver = ({ head, standing }: Here) => standing === 'closed' && head.mergedInto === undefined

/** What can be done with the conversation on screen, and when. */
const acts: Readonly<Record<ConversationAction, Act>> = {
  take: {
    isPossible: ({ standing, desk }) => standing === 'waiting' && desk.team.canTake.peek(),
    run: ({ desk, head }) => void desk.handling.take(head.id),
  },
  reply: { isPossible: isReplying, run: ({ desk }) => desk.view.write('message') },
  answer: { isPossible: isReplying, run: ({ desk }) => desk.view.bring('answer') },
  canned: { isPossible: isReplying, run: ({ desk }) => desk.view.bring('canned') },
  attach: { isPossible: isReplying, run: ({ desk }) => desk.view.bring('file') },
  emoji: { isPossible: isReplying, run: ({ desk }) => desk.view.bring('emoji') },
  note: { isPossible: ({ standing }) => canNote(standing), run: ({ desk }) => desk.view.write('note') },
  transfer: { isPossible: isMine, run: ({ desk }) => desk.view.open('transfer') },
  'take-back': {
    isPossible: ({ head, selfId }) => isUnderway(head) && head.handed?.by === selfId,
    run: ({ desk, head }) => void desk.handover.takeBack(head.id),
  },
  invite: { isPossible: isMine, run: ({ desk }) => desk.view.open('invite') },
  join: { isPossible: isAskedHere, run: ({ desk, head }) => void desk.guests.join(head.id) },
  decline: { isPossible: isAskedHere, run: ({ desk, head }) => void desk.guests.leave(head.id) },
  leave: {
    isPossible: ({ standing }) => standing === 'guest',
    run: ({ desk, head }) => void desk.guests.leave(head.id),
  },
  merge: {
    isPossible: ({ desk, head, selfId }) => questionsFor(head, desk.lists.heads.peek(), selfId).length > 0,
    run: ({ desk }) => desk.view.open('merge'),
  },
  'follow-up': {
    isPossible: ({ standing }) => canPutOff(standing),
    run: ({ desk }) => desk.view.open('follow-up'),
  },
  label: {
    isPossible: ({ desk, head }) => labelsFor(head, desk.team.settings.peek().labels).length > 0,
    run: ({ desk }) => desk.view.open('labels'),
  },
  // In the same place, which has no labels where the owner has none.
  'close-for': {
    isPossible: ({ standing }) => canClose(standing),
    run: ({ desk }) => desk.view.open('labels'),
  },
  close: {
    isPossible: ({ standing }) => canClose(standing),
    run: ({ desk, head }) => void desk.handling.close(head),
  },
  reopen: { isPossible: isOver, run: ({ desk, head }) => void desk.handling.reopen(head.id) },
  'write-entry': {
    isPossible: (here) => isOver(here) && here.desk.team.self.peek().isOwner,
    run: async ({ inbox, desk, head }) => writeEntry(inbox, head.locale, await desk.handling.firstQuestion(head.id)),
  },
  card: { isPossible: () => true, run: ({ desk }) => desk.view.toggleCard() },
  export: { isPossible: () => true, run: ({ head }) => exportVisitor(head.id) },
  erase: { isPossible: () => true, run: ({ desk }) => desk.view.open('erase') },
  block: { isPossible: (here) => !isBlocked(here), run: ({ desk }) => desk.view.open('block') },
  unblock: { isPossible: isBlocked, run: ({ desk, head }) => void desk.filing.block(head, undefined) },
}

/** Whether there is a conversation on screen with which this can be done. */
export function isPossibleHere(inbox: Inbox, action: ConversationAction): boolean {
  const here = hereIn(inbox)
  return here !== undefined && acts[action].isPossible(here)
}

/** What is not possible is left alone. */
export function actHere(inbox: Inbox, action: ConversationAction): void {
  const here = hereIn(inbox)
  const ways: readonly ConversationAction[] = action === 'label' ? ['label', 'close-for'] : [action]
  const way = here && ways.find((one) => acts[one].isPossible(here))
  if (way) acts[way].run(here)
}

/** The open conversation, as far as it is known. */
export function openHead({ router, desk }: Inbox): OperatorConversation | undefined {
  const id = conversationIn(router.place.peek())
  return id === undefined ? undefined : desk.lists.heads.peek().get(id)
}

function hereIn(inbox: Inbox): Here | undefined {
  const head = openHead(inbox)
  if (!head) return undefined
  const selfId = inbox.desk.team.self.peek().id
  return { inbox, desk: inbox.desk, head, selfId, standing: standingOf(head, selfId) }
}
