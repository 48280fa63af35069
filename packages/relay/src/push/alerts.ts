import type { Agent } from 'node:https'
import { type Conversation, type Desk, isDisturbed } from '@deskbell/desk'
import type { ConversationId, OperatorId } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { Happened } from '../desk/happened.ts'
import type { LiveDesk } from '../desk/live-desk.ts'
import { Buckets } from '../limits/bucket.ts'
import type { Presence } from '../sockets/presence.ts'
import { type AlertKind, alertOf } from './alert-text.ts'
import { contactOf, createPusher, type Pusher } from './pusher.ts'

interface Around extends Pick<Context, 'live' | 'settings' | 'team' | 'sessions' | 'pushDevices' | 'origins' | 'log'> {
  operators: Presence
  agent: Agent
}

export interface Push {
  pusher: Pusher
  /** After a commit. */
  happened(happened: readonly Happened[]): void
  /** Called every second: tells what is due since the last time. */
  due(now: number): void
}

export function openPush({ settings, sessions, pushDevices, origins, log, agent, ...desk }: Around): Push {
  const pusher = createPusher({
    ...{ store: pushDevices, secret: sessions.secret('push'), agent, log },
    subject: () => contactOf(settings.settings.data, origins.publicUrl()),
  })
  return { pusher, ...createAlerts({ ...desk, pushDevices, log, pusher }) }
}

interface Options extends Pick<Context, 'team' | 'pushDevices' | 'log'> {
  live: LiveDesk
  operators: Presence
  pusher: Pusher
}

/** What gives a conversation to an operator, and what brings one into the line or back. */
const moves: ReadonlySet<string> = new Set(['assigned', 'transferred', 'handed'])
const entries: ReadonlySet<string> = new Set(['rejoined', 'returned'])

type Told = [kind: AlertKind, who: readonly OperatorId[]]

/**
 * Wakes who should answer, after a commit: with each conversation that is given to them; while no page of theirs is open, also
 * where somebody comes into the line or is back in it, leaves a question or adds to one, where a visitor writes whom they answer or
 * have put off, and when what they have put off is due, or what a colleague has who is not there. A device with the inbox in sight keeps still by itself.
 */
function createAlerts({ live, team, operators, pusher, pushDevices, log }: Options): Pick<Push, 'happened' | 'due'> {
  // A visitor who writes line by line wakes each of them once; who is woken by what is nobody's, once a minute.
  const replies = new Buckets(1, 1 / 30)
  const additions = new Buckets(1, 1 / 60)
  const isAway = (id: OperatorId) => !operators.isPresent(id)
  // By whom.
  const putOff = new Map([...live.desk.conversations.values()].flatMap((one) => putOffBy(one)))

  function toldOf({ conversation, items }: Happened): Told | undefined {
    const { id, operatorId, openBy } = conversation
    const asked = items.flatMap((item) => (item.kind === 'invited' ? [item.to] : []))
    if (asked.length > 0) return ['given', asked]
    const isMoved = items.some((item) => (openBy !== undefined && moves.has(item.kind)) || isHandedBack(item))
    if (isMoved && operatorId !== undefined) return ['given', [operatorId]]
    const isLeftOver = isNoLongerPutOff(conversation, items) && isGone(live.desk, putOff.get(id))
    const kind = isLeftOver ? 'question' : newsOfNobodys(conversation, items)
    if (kind === 'waiting') return isGivenMeanwhile(id) ? undefined : [kind, disturbed()]
    if (kind) return [kind, disturbed().filter((who) => !additions.refuse(`${id} ${who}`))]
    if (!items.some(isReply)) return undefined
    return ['reply', heardBy(conversation).filter((who) => isAway(who) && !replies.refuse(`${id} ${who}`))]
  }

  /** With the same commit. */
  function isGivenMeanwhile(id: ConversationId): boolean {
    return live.desk.conversations.get(id)?.status !== 'waiting'
  }

  /** Who is to hear of what is nobody's. */
  function disturbed(): OperatorId[] {
    const now = Date.now()
    const woken = [...live.desk.operators.values()].filter((one) => isAway(one.id) && isDisturbed(live.desk, one, now))
    return woken.map(({ id }) => id)
  }

  function tell([kind, who]: Told, what: Pick<Happened, 'conversation' | 'card'>): void {
    const seconds = worthFor(kind, what.conversation)
    for (const id of who) {
      const chosen = team.find(id)?.locale
      void pusher.tell(id, seconds, ({ locale, isWordless }) =>
        alertOf({ ...what, kind, asked: [chosen, locale], isWordless }),
      )
    }
  }

  return {
    happened(happened) {
      for (const one of happened) {
        const told = toldOf(one)
        if (told) tell(told, one)
        putOff.delete(one.conversation.id)
        for (const [id, by] of putOffBy(one.conversation)) putOff.set(id, by)
      }
    },
    due: createDue(
      { live, pushDevices, log },
      (by, due) =>
        isAway(by) && tell(['due', [...(isWritten(due) ? [] : [by]), ...disturbed().filter((id) => id !== by)]], due),
    ),
  }
}

/** Tells once of each that was put off, when it is time; what was due while no relay ran is told by the next. */
function createDue(
  { live, pushDevices, log }: Pick<Options, 'live' | 'pushDevices' | 'log'>,
  tell: (by: OperatorId, due: Pick<Happened, 'conversation' | 'card'>) => void,
): Push['due'] {
  let toldUntil = pushDevices.toldUntil()
  return (now) => {
    // A clock that was set back.
    toldUntil = Math.min(toldUntil, now)
    const all = dueIn(live.desk, toldUntil, now)
    if (all.length === 0) return
    for (const { conversation, by } of all) {
      const card = live.card(conversation.id)
      if (card) tell(by, { conversation, card })
    }
    toldUntil = now
    try {
      pushDevices.setToldUntil(now)
    } catch (error) {
      log.error({ err: error }, 'what is due may be told once more after a restart')
    }
  }
}

/** What was put off until a time after `since`, and no later than `now`. */
function dueIn(desk: Desk, since: number, now: number) {
  return [...desk.conversations.values()].flatMap((conversation) => {
    const { at, by } = conversation.followUp ?? {}
    return at !== undefined && by !== undefined && at > since && at <= now ? [{ conversation, by }] : []
  })
}

/** It is due because its visitor wrote, of which who had put it off is told. */
function isWritten({
  conversation: { followUp },
  card: { preview },
}: Pick<Happened, 'conversation' | 'card'>): boolean {
  return followUp !== undefined && preview?.from === 'visitor' && preview.at >= followUp.at
}

function putOffBy({ id, status, followUp }: Conversation): [ConversationId, OperatorId][] {
  return status === 'pending' && followUp ? [[id, followUp.by]] : []
}

/** For ever. */
function isGone({ operators }: Desk, by: OperatorId | undefined): boolean {
  return by !== undefined && !operators.has(by)
}

/** Nobody has put it off any more, and nothing else happened. */
function isNoLongerPutOff({ status, followUp }: Conversation, { length }: Happened['items']): boolean {
  return status === 'pending' && !followUp && length === 0
}

/** What the team is told of a conversation that is nobody's. */
function newsOfNobodys(
  { status, operatorId, followUp }: Conversation,
  items: Happened['items'],
): 'waiting' | 'question' | 'reply' | undefined {
  if (operatorId !== undefined) return undefined
  if (status === 'waiting') return items.some(({ kind, seq }) => seq === 1 || entries.has(kind)) ? status : undefined
  if (status !== 'pending' || followUp) return undefined
  if (items.some(({ kind, seq }) => seq === 1 || kind === 'pended')) return 'question'
  return items.some(isReply) ? 'reply' : undefined
}

/** Not at their own wish. */
function isHandedBack(item: Happened['items'][number]): boolean {
  return item.kind === 'handed-back' && !item.isUndone
}

function isReply(item: Happened['items'][number]): boolean {
  return item.kind === 'message' && item.from === 'visitor' && !item.of
}

/** Who answers the visitor, alone or along with others; of a question that was put off, with whom it is back. */
function heardBy({ status, operatorId, guests = [], followUp }: Conversation): readonly OperatorId[] {
  if (status === 'assigned') return operatorId === undefined ? guests : [operatorId, ...guests]
  return status === 'pending' && followUp ? [followUp.by] : []
}

/** Who waits is with somebody else in a minute; a question is there in the morning too. In seconds. */
function worthFor(kind: AlertKind, { status }: Conversation): number {
  return kind !== 'given' && status === 'pending' ? 86_400 : 60
}
