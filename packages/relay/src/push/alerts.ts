import type { Agent } from 'node:https'
import { type Conversation, type Desk, isDisturbed } from '@deskbell/desk'
import { chooseLocale, createTranslate, type InboxKey, inboxLocales, loadInboxWords } from '@deskbell/locales'
import type { Locale, OperatorId, PushAlert } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { Happened } from '../desk/happened.ts'
import type { LiveDesk } from '../desk/live-desk.ts'
import { Buckets } from '../limits/bucket.ts'
import type { Presence } from '../sockets/presence.ts'
import { contactOf, createPusher, type Pusher } from './pusher.ts'

/** As much as a device shows. */
const textShown = 120

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
  return { pusher, ...createAlerts({ ...desk, pusher }) }
}

interface Options extends Pick<Context, 'team'> {
  live: LiveDesk
  operators: Presence
  pusher: Pusher
}

/** What gives a conversation to an operator. */
const moves: ReadonlySet<string> = new Set(['assigned', 'transferred', 'handed', 'handed-back'])

type Kind = 'given' | 'waiting' | 'question' | 'reply' | 'due'

/** How long a relay may be down between two looks at what is due, in ms. */
const downFor = 60_000

/**
 * Wakes who should answer, after a commit: with each conversation that is given to them; while no page of theirs is open, also
 * where somebody comes into the line, leaves a question or adds to one, where a visitor writes whom they answer or have put off, and
 * when what they have put off is due. A device with the inbox in sight keeps still by itself.
 */
function createAlerts({ live, team, operators, pusher }: Options): Pick<Push, 'happened' | 'due'> {
  // A visitor who writes line by line wakes each of them once; who is woken by what is nobody's, once a minute.
  const replies = new Buckets(1, 1 / 30)
  const additions = new Buckets(1, 1 / 60)
  const isAway = (id: OperatorId) => !operators.isPresent(id)
  let lookedAt = Date.now() - downFor

  function toldOf({ conversation, items }: Happened): [kind: Kind, who: OperatorId[]] | undefined {
    const { id, status, operatorId, openBy, followUp } = conversation
    const asked = items.flatMap((item) => (item.kind === 'invited' ? [item.to] : []))
    if (asked.length > 0) return ['given', asked]
    const isMoved = items.some(({ kind }) => moves.has(kind))
    if (isMoved && operatorId !== undefined && openBy !== undefined) return ['given', [operatorId]]
    const isBegun = items.some(({ kind, seq }) => seq === 1 || kind === 'rejoined')
    const isReply = items.some((item) => item.kind === 'message' && item.from === 'visitor' && !item.of)
    if (operatorId === undefined && status === 'waiting' && isBegun) return ['waiting', disturbed()]
    if (operatorId === undefined && status === 'pending' && !followUp && (isBegun || isReply)) {
      return [isBegun ? 'question' : 'reply', disturbed().filter((who) => !additions.refuse(`${id} ${who}`))]
    }
    if (!isReply) return undefined
    return ['reply', heardBy(conversation).filter((who) => isAway(who) && !replies.refuse(`${id} ${who}`))]
  }

  /** Who is to hear of what is nobody's. */
  function disturbed(): OperatorId[] {
    const now = Date.now()
    const woken = [...live.desk.operators.values()].filter((one) => isAway(one.id) && isDisturbed(live.desk, one, now))
    return woken.map(({ id }) => id)
  }

  function tell(who: readonly OperatorId[], what: Omit<Told, 'asked' | 'isWordless'>): void {
    for (const id of who) {
      const chosen = team.find(id)?.locale
      void pusher.tell(id, ({ locale, isWordless }) => alertOf({ ...what, asked: [chosen, locale], isWordless }))
    }
  }

  return {
    happened(happened) {
      for (const one of happened) {
        const [kind, who] = toldOf(one) ?? []
        if (kind && who) tell(who, { ...one, kind })
      }
    },
    due(now) {
      for (const { conversation, by } of dueIn(live.desk, lookedAt, now)) {
        const card = live.card(conversation.id)
        if (card && isAway(by)) tell([by], { conversation, card, kind: 'due' })
      }
      lookedAt = now
    },
  }
}

/** What was put off until a time after `since`, and no later than `now`. */
function dueIn(desk: Desk, since: number, now: number) {
  return [...desk.conversations.values()].flatMap((conversation) => {
    const { at, by } = conversation.followUp ?? {}
    return at !== undefined && by !== undefined && at > since && at <= now ? [{ conversation, by }] : []
  })
}

/** Who answers the visitor, alone or along with others; of a question that was put off, with whom it is back. */
function heardBy({ status, operatorId, guests = [], followUp }: Conversation): readonly OperatorId[] {
  if (status === 'assigned') return operatorId === undefined ? guests : [operatorId, ...guests]
  return status === 'pending' && followUp ? [followUp.by] : []
}

interface Told extends Pick<Happened, 'conversation' | 'card'> {
  kind: Kind
  /** The languages it may be said in, the best first. */
  asked: (Locale | undefined)[]
  isWordless: boolean | undefined
}

async function alertOf({ conversation, card, kind, asked, isWordless }: Told): Promise<PushAlert> {
  const locale = chooseLocale(asked, inboxLocales, 'en')
  const t = createTranslate('inbox', locale, await loadInboxWords(locale))
  const somebody = t('alerts.somebody')
  const name = isWordless ? somebody : (card.name ?? somebody)
  const title: InboxKey = `alerts.${kind}`
  const { preview } = card
  return {
    title: t(title, { name }),
    body: preview?.from === 'visitor' && !isWordless ? preview.text.slice(0, textShown) : '',
    conversationId: conversation.id,
  }
}
