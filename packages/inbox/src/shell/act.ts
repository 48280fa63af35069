import { focusArchiveField } from '../conversations/archive-field.tsx'
import { focusList, rowsOnScreen } from '../conversations/open-row.ts'
import type { Inbox } from '../inbox-context.ts'
import type { KeyAction, ListAction } from '../models/key-action.ts'
import { neighbourOf } from '../models/neighbour.ts'
import { conversationIn } from '../router.ts'
import { actHere, isPossibleHere, openHead } from './conversation-acts.ts'

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
      actHere(inbox, action)
  }
}

/** Where one is asked to join, that. Whom one is looking at, where it is somebody to be taken; else who was given first; else the next who waits. */
function takeNext(inbox: Inbox): void {
  const { handling, lists, team, view } = inbox.desk
  if (isPossibleHere(inbox, 'join')) {
    actHere(inbox, 'join')
    return
  }
  const here = team.canTake.peek() ? waitingHere(inbox) : undefined
  const given = lists.given.peek()[0]?.id
  if (here !== undefined || given === undefined) return void handling.take(here ?? waitingHere(inbox))
  goTo(inbox, given)
  view.write('message')
}

/** From row to row as they stand on screen; what is folded is passed over. From another page, to the lists first. */
function step(inbox: Inbox, by: 1 | -1): void {
  const { router } = inbox
  if (router.place.peek().page !== 'conversations') {
    router.go({ page: 'conversations' })
    requestAnimationFrame(() => step(inbox, by))
    return
  }
  const rows = rowsOnScreen()
  const ids = rows.flatMap((row) => conversationIn(row) ?? [])
  const id = neighbourOf(ids, conversationIn(router.place.peek()), by)
  const row = rows.find((place) => conversationIn(place) === id)
  if (row) router.go(row)
}

/** The open conversation stays beside it. */
function goToList({ desk, router }: Inbox, action: ListAction): void {
  if (router.place.peek().page !== 'conversations') router.go({ page: 'conversations' })
  if (desk.archive.isOpen.peek()) desk.archive.close()
  requestAnimationFrame(() => focusList(action.slice('list-'.length)))
}

function goTo({ router }: Inbox, id: string | undefined, seq?: number): void {
  if (id !== undefined) router.go({ page: 'conversations', conversationId: id, ...(seq !== undefined && { seq }) })
}

/** The open conversation, where it is one that waits: N takes what one is looking at. */
function waitingHere(inbox: Inbox): string | undefined {
  const head = openHead(inbox)
  return head?.status === 'waiting' ? head.id : undefined
}
