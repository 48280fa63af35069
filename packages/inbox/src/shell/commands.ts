import type { InboxKey } from '@deskbell/locales'
import type { OperatorConversation } from '@deskbell/protocol'
import type { Inbox } from '../inbox-context.ts'
import type { ConversationAction, KeyAction } from '../models/key-action.ts'
import type { Command } from '../models/palette.ts'
import { quietOf, quietSpans } from '../models/quiet-spans.ts'
import type { Place } from '../router.ts'
import { modifierKey } from '../words/keys.ts'
import { sentence, visitorInText, visitorName } from '../words/names.ts'
import { act } from './act.ts'
import { isPossibleHere, openHead } from './conversation-acts.ts'

type Doing = readonly [action: KeyAction, words: InboxKey, keys: readonly string[]]

const here: readonly (Doing & readonly [ConversationAction, ...unknown[]])[] = [
  ['take', 'conversation.take', ['N']],
  ['reply', 'keys.reply', ['R']],
  ['answer', 'answers.label', [modifierKey, 'J']],
  ['canned', 'canned.label', ['/']],
  ['attach', 'files.attach', []],
  ['emoji', 'emoji.insert', []],
  ['note', 'keys.note', ['M']],
  ['transfer', 'keys.transfer', ['T']],
  ['take-back', 'take.takeBack', []],
  ['invite', 'keys.invite', ['I']],
  ['join', 'guests.join', ['N']],
  ['decline', 'guests.decline', []],
  ['leave', 'guests.leave', []],
  ['merge', 'merge.head', ['B']],
  ['follow-up', 'keys.followUp', ['F']],
  ['label', 'labels.button', ['L']],
  ['close-for', 'labels.closeFor', ['L']],
  ['close', 'keys.close', ['E']],
  ['reopen', 'take.reopen', []],
  ['write-entry', 'searches.write', []],
  ['card', 'keys.card', ['C']],
  ['export', 'card.export', []],
  ['erase', 'card.erase', []],
  ['block', 'block.ask', []],
  ['unblock', 'block.undo', []],
]

const anywhere: readonly Doing[] = [
  ['take-next', 'keys.takeNext', ['N']],
  ['next-unread', 'keys.nextUnread', ['U']],
  ['next', 'keys.next', ['J']],
  ['previous', 'keys.previous', ['K']],
  ['find', 'archive.label', ['/']],
  ['keys', 'duty.keys', ['?']],
]

type Page = Exclude<Place, { token: string }>['page']
type Going = readonly [page: Page, words: InboxKey, keys?: readonly string[], whose?: 'owners']

const pages: readonly Going[] = [
  ['conversations', 'shell.conversations', ['G', 'C']],
  ['entries', 'shell.entries', ['G', 'E']],
  ['learned', 'entries.learned'],
  ['searches', 'entries.searches'],
  ['changes', 'changes.head', [], 'owners'],
  ['waits', 'shell.waits', ['G', 'W'], 'owners'],
  ['settings', 'settings.head', ['G', 'S'], 'owners'],
  ['words', 'words.title', [], 'owners'],
  ['hours', 'hours.title', [], 'owners'],
  ['roster', 'roster.title'],
  ['team', 'team.title', [], 'owners'],
  ['replies', 'canned.title'],
  ['privacy', 'privacy.title', [], 'owners'],
  ['alerts', 'alerts.title'],
  ['account', 'ownAccount.title'],
]

const lists: readonly Doing[] = [
  ['list-waiting', 'lists.waiting', ['1']],
  ['list-mine', 'lists.mine', ['2']],
  ['list-questions', 'lists.questions', ['3']],
  ['list-team', 'lists.team', ['4']],
  ['list-closed', 'lists.closed', ['5']],
]

/** Everything that can be done from where one is: here, anywhere, pages, and the conversations of the lists by visitor. */
export function commandsOf(inbox: Inbox): Command[] {
  return [...ofConversation(inbox), ...ofDesk(inbox), ...ofPages(inbox), ...ofLists(inbox)]
}

function ofConversation(inbox: Inbox): Command[] {
  const head = openHead(inbox)
  const more = head && sentence(visitorInText(inbox.t, head))
  return here
    .filter(([action]) => isPossibleHere(inbox, action))
    .map((doing) => ({ ...doingOf(inbox, doing, 'here'), ...(more && { more }) }))
}

function ofDesk(inbox: Inbox): Command[] {
  const { t, desk, signOut } = inbox
  const { team, notice } = desk
  const duty: Doing = ['switch-duty', team.isOnDuty.peek() ? 'duty.goAway' : 'duty.goOnDuty', ['G', 'A']]
  const dutyTime: Doing = ['duty-time', team.isOnDuty.peek() ? 'duty.until' : 'duty.backAt', []]
  const undo: readonly Doing[] = notice.notice.peek()?.undo ? [['undo', 'line.undo', ['Z']]] : []
  const leave = async () => {
    const trouble = await signOut()
    if (trouble) notice.show({ text: trouble, isRefusal: true })
  }
  return [
    ...[...undo, ...anywhere, duty, dutyTime].map((doing) => doingOf(inbox, doing, 'do')),
    ...quietDoings(inbox),
    { id: 'all-conversations', group: 'do', name: t('archive.all'), keys: [], run: () => showAll(inbox) },
    { id: 'sign-out', group: 'do', name: t('duty.signOut'), keys: [], run: () => void leave() },
  ]
}

function quietDoings({ t, desk }: Inbox): Command[] {
  const { team, quiet, clock } = desk
  if (!team.isOnDuty.peek()) return []
  const usual = { group: 'do' as const, keys: [] }
  if (quiet.isOn.peek()) return [{ ...usual, id: 'quiet-off', name: t('disturb.end'), run: () => void quiet.set() }]
  return quietSpans.map((span) => ({
    ...{ ...usual, id: `quiet-${span}`, name: t('disturb.label'), more: t(`disturb.${span}`) },
    run: () => void quiet.set(quietOf(span, clock.now.peek())),
  }))
}

function showAll({ router, desk }: Inbox): void {
  router.go({ page: 'conversations' })
  desk.archive.showAll()
}

function ofPages(inbox: Inbox): Command[] {
  const { t, router, desk } = inbox
  const { isOwner } = desk.team.self.peek()
  const toList = (doing: Doing) => ({ ...doingOf(inbox, doing, 'goTo'), more: t('shell.conversations') })
  const toPages = pages
    .filter(([, , , whose]) => isOwner || whose !== 'owners')
    .map(([page, words, keys = []]): Command => {
      return { id: page, group: 'goTo', name: t(words), keys, run: () => router.go({ page }) }
    })
  return [...toPages, ...lists.map(toList)]
}

function ofLists({ t, desk, router }: Inbox): Command[] {
  const { given, mine, waiting, questions, later, team, closed } = desk.lists
  const all = [given, mine, waiting, questions, later, team, closed]
  const heads = new Map(all.flatMap((list) => list.peek()).map((head) => [head.id, head]))
  return [...heads.values()].map((head) => ({
    ...{ id: head.id, group: 'conversations', name: visitorName(t, head), more: wordsOf(head), keys: [] },
    run: () => router.go({ page: 'conversations', conversationId: head.id }),
  }))
}

function wordsOf({ reference, preview }: OperatorConversation): string {
  return [reference, preview?.text].filter(Boolean).join(' · ')
}

function doingOf(inbox: Inbox, [action, words, keys]: Doing, group: Command['group']): Command {
  return { id: action, group, name: inbox.t(words), keys, run: () => act(inbox, action) }
}
