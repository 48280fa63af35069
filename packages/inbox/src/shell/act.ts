import { focusArchiveField } from '../conversations/archive-field.tsx'
import { focusList } from '../conversations/open-row.ts'
import type { Inbox } from '../inbox-context.ts'
import { isAsked } from '../models/given.ts'
import type { KeyAction, ListAction } from '../models/key-action.ts'
import { labelsFor } from '../models/labels-for.ts'
import { questionsFor } from '../models/merging.ts'
import { neighbourOf } from '../models/neighbour.ts'
import { canClose, canNote, canPutOff, canReply, standingOf } from '../models/standing.ts'

/** What is done with the conversation on screen. */
export type ConversationAction =
  | 'reply'
  | 'note'
  | 'transfer'
  | 'invite'
  | 'join'
  | 'leave'
  | 'merge'
  | 'follow-up'
  | 'label'
  | 'close'
  | 'reopen'
  | 'card'

/** Does what a key or a name in the palette stands for; what is not possible here is left alone. */
export function act(inbox: Inbox, action: KeyAction): void {
  const { desk, router } = inbox
  const { view, handling, team, lists } = desk
  switch (action) {
    case 'take-next':
      takeNext(inbox)
      break
    case 'next':
    case 'previous':
      step(inbox, action === 'next' ? 1 : -1)
      break
    case 'next-unread':
      goTo(inbox, lists.unread.peek()[0]?.id)
      break
    case 'switch-duty':
      void handling.setDuty(!team.isOnDuty.peek())
      break
    case 'duty-time':
      view.open('duty')
      break
    case 'undo':
      desk.notice.notice.peek()?.undo?.()
      break
    case 'find':
      router.go({ page: 'conversations' })
      requestAnimationFrame(focusArchiveField)
      break
    case 'list-waiting':
    case 'list-mine':
    case 'list-questions':
    case 'list-team':
    case 'list-closed':
      goToList(inbox, action)
      break
    case 'keys':
      view.open('keys')
      break
    case 'go-conversations':
      router.go({ page: 'conversations' })
      break
    case 'go-entries':
      router.go({ page: 'entries' })
      break
    case 'go-waits':
      if (team.self.peek().isOwner) router.go({ page: 'waits' })
      break
    case 'go-settings':
      router.go({ page: team.self.peek().isOwner ? 'settings' : 'replies' })
      break
    default:
      inConversation(inbox, action)
  }
}

/** Whether there is a conversation on screen with which this can be done. */
export function isPossibleHere(inbox: Inbox, action: ConversationAction): boolean {
  const head = openHead(inbox)
  if (!head) return false
  const selfId = inbox.desk.team.self.peek().id
  const standing = standingOf(head, selfId)
  if (action === 'reply') return canReply(standing)
  if (action === 'note') return canNote(standing)
  if (action === 'transfer' || action === 'invite') return standing === 'mine'
  if (action === 'join') return isAsked(head, selfId)
  if (action === 'leave') return standing === 'guest'
  if (action === 'merge') return questionsFor(head, inbox.desk.lists.heads.peek(), selfId).length > 0
  if (action === 'follow-up') return canPutOff(standing)
  if (action === 'label') return labelsFor(head, inbox.desk.team.settings.peek().labels).length > 0
  if (action === 'reopen') return standing === 'closed' && head.mergedInto === undefined
  return action === 'card' || canClose(standing)
}

function inConversation(inbox: Inbox, action: ConversationAction): void {
  const head = openHead(inbox)
  if (!head || !isPossibleHere(inbox, action)) return
  const { view, handling, guests } = inbox.desk
  if (action === 'card') view.toggleCard()
  if (action === 'reply') view.write('message')
  if (action === 'note') view.write('note')
  if (action === 'transfer') view.open('transfer')
  if (action === 'invite') view.open('invite')
  if (action === 'join') void guests.join(head.id)
  if (action === 'leave') void guests.leave(head.id)
  if (action === 'merge') view.open('merge')
  if (action === 'follow-up') view.open('follow-up')
  if (action === 'label') view.open('labels')
  if (action === 'reopen') void handling.reopen(head.id)
  if (action === 'close') void handling.close(head)
}

/** Where one is asked to join, that. Whom one is looking at, where it is somebody to be taken; else who was given first; else the next who waits. */
function takeNext(inbox: Inbox): void {
  const { handling, lists, team, view } = inbox.desk
  if (isPossibleHere(inbox, 'join')) return void inConversation(inbox, 'join')
  const here = team.canTake.peek() ? waitingHere(inbox) : undefined
  const given = lists.given.peek()[0]?.id
  if (here !== undefined || given === undefined) return void handling.take(here ?? waitingHere(inbox))
  goTo(inbox, given)
  view.write('message')
}

function step(inbox: Inbox, by: 1 | -1): void {
  const { archive, lists } = inbox.desk
  const { waiting, mine, questions, later } = lists
  const found = archive.found.peek().map(({ conversation }) => conversation)
  const rows = archive.isOpen.peek() ? found : [...waiting.peek(), ...mine.peek(), ...questions.peek(), ...later.peek()]
  const ids = rows.map(({ id }) => id)
  goTo(inbox, neighbourOf(ids, openId(inbox), by))
}

/** The open conversation stays beside it. */
function goToList({ desk, router }: Inbox, action: ListAction): void {
  if (router.place.peek().page !== 'conversations') router.go({ page: 'conversations' })
  if (desk.archive.isOpen.peek()) desk.archive.close()
  requestAnimationFrame(() => focusList(action.slice('list-'.length)))
}

function goTo({ router }: Inbox, id: string | undefined): void {
  if (id !== undefined) router.go({ page: 'conversations', conversationId: id })
}

/** The open conversation, where it is one that waits: N takes what one is looking at. */
function waitingHere(inbox: Inbox): string | undefined {
  const head = openHead(inbox)
  return head?.status === 'waiting' ? head.id : undefined
}

/** The conversation on screen. */
export function openHead(inbox: Inbox) {
  const id = openId(inbox)
  return id === undefined ? undefined : inbox.desk.lists.heads.peek().get(id)
}

function openId({ router }: Inbox): string | undefined {
  const place = router.place.peek()
  return place.page === 'conversations' ? place.conversationId : undefined
}
