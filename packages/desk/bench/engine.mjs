// The wait bench's names for the desk's own: seconds become ms, events become commands and what the estimator is told.
import * as desk from '../dist/index.js'

const states = { online: 'on-duty', away: 'away', offline: 'gone' }
const outcomes = { done: 'done', no_show: 'no-show', disconnect: 'interrupted' }

/** An engine of the wait bench over the built desk: its estimator, and its router where the bench asks for one. */
export function createEngine({ seed }) {
  const waits = new desk.WaitEstimator({ seed, isByHand: () => false })
  const router = createRouter()
  return {
    onEvent(event) {
      waits.see({ at: event.t * 1000, ...toldOf[event.type](event) })
      router.follow(event)
    },
    estimate(visitor, t) {
      const status = waits.statuses(t * 1000).get(visitor)
      if (status?.wait !== 'known') return null
      const { position, lowSeconds, likelySeconds, highSeconds } = status
      return { position, low: lowSeconds, likely: likelySeconds, high: highSeconds }
    },
    route: router.route,
  }
}

const toldOf = {
  roster({ shifts }) {
    const inMs = ({ operator, from, to, ...rest }) => ({
      operatorId: operator,
      from: from * 1000,
      to: to * 1000,
      ...rest,
    })
    return { kind: 'roster', shifts: shifts.map(inMs) }
  },
  operator({ operator, state, capacity, skills, plannedUntil }) {
    const until = plannedUntil === null ? {} : { until: plannedUntil * 1000 }
    return { kind: 'operator', operatorId: operator, state: states[state], capacity, skills, ...until }
  },
  enqueued({ visitor, skill, priority, firstAt }) {
    return { kind: 'joined', conversationId: visitor, needs: [skill], priority, askedAt: firstAt * 1000 }
  },
  assigned: ({ visitor, operator }) => ({ kind: 'assigned', conversationId: visitor, operatorId: operator }),
  ended: ({ visitor, reason }) => ({ kind: 'ended', conversationId: visitor, outcome: outcomes[reason] }),
  abandoned({ visitor, reason }) {
    return { kind: 'left', conversationId: visitor, outcome: reason === 'closed' ? 'closed' : 'gave-up' }
  },
}

/** The desk, told by commands what happened; what it would do next is only said, the bench does it. */
function createRouter() {
  let current = desk.emptyDesk
  const handlers = {
    roster() {},
    operator({ operator, state, capacity, skills, t }) {
      const now = t * 1000
      current = desk.addOperator(current, { id: operator, capacity, skills })
      current = desk.setPresence(current, { operatorId: operator, isPresent: true, now }).desk
      current = desk.setDuty(current, { operatorId: operator, isOnDuty: state === 'online', now }).desk
    },
    enqueued({ visitor, skill, priority, firstAt }) {
      const waiting = { id: visitor, visitorId: visitor, status: 'waiting', lastSeq: 1, locale: 'en' }
      const asked = { ...waiting, askedAt: firstAt * 1000, isVisitorPresent: true, skill, priority }
      // The bench's visitors wait even when nobody is on duty; a desk rebuilt after a restart can hold such a line too.
      current = desk.restore([...current.conversations.values(), asked], [...current.operators.values()])
    },
    assigned({ visitor, operator, t }) {
      decide(desk.take(current, { operatorId: operator, conversationId: visitor, now: t * 1000 }))
    },
    // After a disconnect too: the bench says when the visitor is back in line.
    ended({ visitor, operator, t }) {
      decide(desk.close(current, { conversationId: visitor, by: operator, now: t * 1000 }))
    },
    abandoned({ visitor, t }) {
      decide(desk.close(current, { conversationId: visitor, by: 'visitor', now: t * 1000 }))
    },
  }

  function decide(outcome) {
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
    current = outcome.desk
  }

  return {
    follow: (event) => handlers[event.type](event),
    route: (t) =>
      desk.route(current, { now: t * 1000, openWithin: 30_000 }).given.map(({ conversation }) => {
        return { visitor: conversation.id, operator: conversation.operatorId }
      }),
  }
}
