import { useEffect } from 'preact/hooks'
import { focusArchiveField } from '../conversations/archive-field.tsx'
import type { Inbox } from '../inbox-context.ts'
import { createKeyReader, type KeyAction } from '../models/key-action.ts'
import { neighbourOf } from '../models/neighbour.ts'
import { canClose, canNote, canReply, standingOf } from '../models/standing.ts'

/** Single letters do things wherever the inbox is, as long as no field has focus and nothing lies over the page. */
export function useKeys(inbox: Inbox): void {
  useEffect(() => {
    const read = createKeyReader()
    const press = (event: KeyboardEvent) => {
      const { view, preferences } = inbox.desk
      const isFree = view.layer.peek() === undefined && !isWriting(event.target)
      if (!preferences.chosen.peek().letterKeys || !isFree || event.defaultPrevented || event.repeat) return
      const action = read(event, event.timeStamp)
      if (!action) return
      event.preventDefault()
      act(inbox, action)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [inbox.desk, inbox.router])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function act(inbox: Inbox, action: KeyAction): void {
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
    case 'undo':
      desk.notice.notice.peek()?.undo?.()
      break
    case 'find':
      router.go({ page: 'conversations' })
      requestAnimationFrame(focusArchiveField)
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

function inConversation(inbox: Inbox, action: 'reply' | 'note' | 'transfer' | 'close' | 'card'): void {
  const { view, handling, lists, team } = inbox.desk
  const id = openId(inbox)
  const head = id === undefined ? undefined : lists.heads.peek().get(id)
  if (!head) return
  const standing = standingOf(head, team.self.peek().id)
  if (action === 'card') view.toggleCard()
  if (action === 'reply' && canReply(standing)) view.write('message')
  if (action === 'note' && canNote(standing)) view.write('note')
  if (action === 'transfer' && standing === 'mine') view.open('transfer')
  if (action === 'close' && canClose(standing)) void handling.close(head)
}

/** Whom one is looking at, where it is somebody to be taken; else who was given first; else the next who waits. */
function takeNext(inbox: Inbox): void {
  const { handling, lists, team, view } = inbox.desk
  const here = team.canTake.peek() ? waitingHere(inbox) : undefined
  const given = lists.given.peek()[0]?.id
  if (here !== undefined || given === undefined) return void handling.take(here ?? waitingHere(inbox))
  goTo(inbox, given)
  view.write('message')
}

function step(inbox: Inbox, by: 1 | -1): void {
  const { archive, lists } = inbox.desk
  const { waiting, mine, questions } = lists
  const found = archive.found.peek().map(({ conversation }) => conversation)
  const rows = archive.isOpen.peek() ? found : [...waiting.peek(), ...mine.peek(), ...questions.peek()]
  const ids = rows.map(({ id }) => id)
  goTo(inbox, neighbourOf(ids, openId(inbox), by))
}

function goTo({ router }: Inbox, id: string | undefined): void {
  if (id !== undefined) router.go({ page: 'conversations', conversationId: id })
}

/** The open conversation, where it is one that waits: N takes what one is looking at. */
function waitingHere(inbox: Inbox): string | undefined {
  const id = openId(inbox)
  return id !== undefined && inbox.desk.lists.heads.peek().get(id)?.status === 'waiting' ? id : undefined
}

function openId({ router }: Inbox): string | undefined {
  const place = router.place.peek()
  return place.page === 'conversations' ? place.conversationId : undefined
}
