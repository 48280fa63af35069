// The wait bench's names for the desk's own: seconds become ms, events become commands. Skills and priorities are left out.
import * as desk from '../dist/index.js'

/** An engine of the wait bench over the built desk. The desk draws nothing at random, so the seed goes unused. */
export function createEngine() {
  let current = desk.emptyDesk
  let times = desk.noHandlingTimes
  let told = { at: Number.NaN, waits: new Map() }

  function decide(outcome) {
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
    current = outcome.desk
    return outcome
  }

  const handlers = {
    roster() {},
    operator({ operator, state, capacity, t }) {
      const now = t * 1000
      current = desk.addOperator(current, { id: operator, capacity })
      current = desk.setPresence(current, { operatorId: operator, isPresent: true, now }).desk
      current = desk.setDuty(current, { operatorId: operator, isOnDuty: state === 'online', now }).desk
    },
    enqueued({ visitor, firstAt, requeued, t }) {
      // Who comes back to the line did so when the conversation ended by a disconnect.
      if (requeued && desk.positionOf(current, visitor) !== undefined) return
      const outcome = desk.ask(current, askingOf(visitor, t * 1000))
      if (outcome.ok) current = outcome.desk
      else current = withWaiting(current, visitor, firstAt * 1000)
    },
    assigned({ visitor, operator, t }) {
      decide(desk.take(current, { operatorId: operator, conversationId: visitor, now: t * 1000 }))
    },
    ended({ visitor, operator, reason, t }) {
      const now = t * 1000
      if (reason === 'disconnect') {
        decide(desk.transfer(current, { conversationId: visitor, by: operator, to: 'line', now }))
        return
      }
      const { conversation } = decide(desk.close(current, { conversationId: visitor, by: operator, now }))
      times = desk.addHandlingTime(times, (now - conversation.assignedAt) / 1000)
    },
    abandoned({ visitor, t }) {
      decide(desk.close(current, { conversationId: visitor, by: 'visitor', now: t * 1000 }))
    },
  }

  return {
    onEvent(event) {
      handlers[event.type](event)
      told = { at: Number.NaN, waits: new Map() }
    },
    estimate(visitor, t) {
      if (told.at !== t) told = { at: t, waits: desk.estimateWaits(current, times, t * 1000) }
      const status = told.waits.get(visitor)
      if (status?.wait !== 'known') return null
      const { position, lowSeconds, likelySeconds, highSeconds } = status
      return { position, low: lowSeconds, likely: likelySeconds, high: highSeconds }
    },
  }
}

function askingOf(visitor, now) {
  return { conversationId: visitor, visitorId: visitor, locale: 'en', draft: { id: visitor, text: '-' }, now }
}

/** The bench's visitors wait even when nobody is on duty; a desk rebuilt after a restart can hold such a line too. */
function withWaiting(current, id, askedAt) {
  const waiting = { id, visitorId: id, status: 'waiting', lastSeq: 1, locale: 'en', askedAt, isVisitorPresent: true }
  return desk.restore([...current.conversations.values(), waiting], [...current.operators.values()])
}
