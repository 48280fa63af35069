import { addOperator, pend, removeOperator, setDuty, setPresence, setQuiet, setVisitorPresence } from '@deskbell/desk'
import {
  accepted,
  type Duty,
  limits,
  type Operator,
  type OperatorId,
  type Page,
  type Quiet,
  type Reply,
} from '@deskbell/protocol'
import { type Card, type Contact, introduced } from './desk/card.ts'
import type { Cause } from './desk/line.ts'
import type { LiveDesk } from './desk/live-desk.ts'
import type { Doorbell } from './publish.ts'
import type { Later, Presence } from './sockets/presence.ts'
import type { LogStore } from './store/log-store.ts'
import type { Team } from './team.ts'

/** A visitor who goes from page to page is not gone, in ms. */
const pageChange = 5_000

export interface Attendance {
  /** New, or with other things said of them. */
  operatorChanged(operator: Operator): void
  /** Off the desk; what was theirs is back in line once this resolves with a yes. */
  operatorRemoved(operatorId: OperatorId): Promise<Reply<null>>
  operatorCame(operatorId: OperatorId): void
  operatorWent(operatorId: OperatorId): void
  visitorCame(visitorId: string, said: { page?: Page; contact: Contact }): void
  visitorWent(visitorId: string): void
  setDuty(operatorId: OperatorId, duty: Duty): void
  /** Of who is on duty; none ends it. */
  setQuiet(operatorId: OperatorId, quiet?: Quiet): void
  /** Those who had duty or a place when the relay ended have the usual grace to come back. */
  expectEverybody(): void
}

interface Around {
  live: LiveDesk
  store: LogStore
  doorbell: () => Doorbell
  operators: Presence
  visitors: Presence
  newReference: () => string
}

/** Who is there: connections and graces, turned into presence on the desk. */
export function createAttendance(around: Around): Attendance {
  const operators = operatorAttendance(around)
  const visitors = visitorAttendance(around)
  return {
    ...operators.attendance,
    ...visitors.attendance,
    expectEverybody() {
      // Whose account went while no relay ran.
      for (const { status, operatorId, followUp } of around.live.desk.conversations.values()) {
        const whose = status === 'assigned' ? operatorId : followUp?.by
        if (whose && !around.live.desk.operators.has(whose)) void operators.attendance.operatorRemoved(whose)
      }
      for (const id of around.live.desk.operators.keys()) operators.expect(id)
      for (const { visitorId } of around.live.desk.conversations.values()) visitors.expect(visitorId)
    },
  }
}

function operatorAttendance({ live, store, doorbell, operators }: Around) {
  const isAnswering = (id: OperatorId) => {
    const operator = live.desk.operators.get(id)
    return operator?.isOnDuty === true && operator.isPresent
  }

  /** Tells everybody once, with the reason when somebody began or ceased to answer. */
  function changing(who: OperatorId, change: () => void): void {
    const before = isAnswering(who)
    change()
    const after = isAnswering(who)
    const cause: Cause | undefined =
      before === after ? undefined : { reason: after ? 'operator-came' : 'operator-left', who }
    doorbell().teamChanged(cause)
  }

  const lost = (operatorId: OperatorId) => () =>
    changing(operatorId, () => {
      const { desk, returned } = setPresence(live.desk, { operatorId, isPresent: false, now: Date.now() })
      void live.change(desk, returned)
    })

  return {
    expect: (id: OperatorId) => operators.expect(id, [limits.graceOfOperator, lost(id)]),
    attendance: {
      operatorChanged({ id, capacity, languages, skills, rank, isDisabled }: Operator) {
        if (!isDisabled) live.setVolatile(addOperator(live.desk, { id, capacity, languages, skills, rank }))
        doorbell().teamChanged()
      },
      operatorRemoved(operatorId: OperatorId) {
        let stored = Promise.resolve(accepted(null))
        changing(operatorId, () => {
          const { desk, returned } = removeOperator(live.desk, { operatorId, now: Date.now() })
          stored = live.change(desk, returned)
        })
        return stored
      },
      operatorCame(operatorId: OperatorId) {
        operators.came(operatorId)
        changing(operatorId, () => {
          live.setVolatile(setPresence(live.desk, { operatorId, isPresent: true, now: Date.now() }).desk)
        })
      },
      operatorWent: (operatorId: OperatorId) => operators.went(operatorId, [limits.graceOfOperator, lost(operatorId)]),
      setDuty(operatorId: OperatorId, duty: Duty) {
        store.setDuty(operatorId, duty)
        changing(operatorId, () => live.setVolatile(setDuty(live.desk, { operatorId, ...duty, now: Date.now() }).desk))
      },
      setQuiet(operatorId: OperatorId, quiet?: Quiet) {
        store.setQuiet(operatorId, quiet)
        live.setVolatile(setQuiet(live.desk, { operatorId, ...(quiet && { quiet }) }))
        doorbell().teamChanged()
      },
    },
  }
}

function visitorAttendance({ live, doorbell, visitors, newReference }: Around) {
  function setPresent(visitorId: string, isPresent: boolean): void {
    const own = live.openOf(visitorId)
    if (!own || own.isVisitorPresent === isPresent) return
    live.setVolatile(setVisitorPresence(live.desk, { conversationId: own.id, isPresent }))
    doorbell().headChanged(own.id)
  }

  function placeLost(visitorId: string): void {
    const own = live.openOf(visitorId)
    if (own?.status !== 'waiting') return
    void live.decide(own.id, (desk) => ({
      outcome: pend(desk, { conversationId: own.id, reference: newReference(), now: Date.now(), isPlaceLost: true }),
      value: () => null,
    }))
  }

  const graces = (visitorId: string): Later[] => [
    [pageChange, () => setPresent(visitorId, false)],
    [limits.graceOfVisitor, () => placeLost(visitorId)],
  ]

  return {
    expect: (visitorId: string) => visitors.expect(visitorId, ...graces(visitorId)),
    attendance: {
      visitorCame(visitorId: string, { page, contact }: { page?: Page; contact: Contact }) {
        setPresent(visitorId, true)
        const own = live.openOf(visitorId)
        const known = own && live.card(own.id)
        if (!known) return
        const card = { ...introduced(known, contact), ...(page && { page }) }
        if (!isNews(known, card)) return
        live.setCard(own, card)
        doorbell().headChanged(own.id)
      },
      visitorWent: (visitorId: string) => visitors.went(visitorId, ...graces(visitorId)),
    },
  }
}

function isNews(before: Card, after: Card): boolean {
  const said = ({ name, email, verifiedId, page }: Card) => [name, email, verifiedId, page?.url, page?.title].join('\n')
  return said(before) !== said(after)
}

/** Who had duty when the relay ended was lost with it: present for the usual grace, which is what their visitors were told. */
export function knownOperators({ store, team }: { store: LogStore; team: Team }) {
  const duties = store.duties()
  const admitted = team.all().filter(({ isDisabled }) => !isDisabled)
  return admitted.map(({ id, capacity, languages, skills, rank }) => {
    const duty = duties.get(id) ?? { isOnDuty: false }
    return { ...{ id, capacity, languages, skills, rank }, ...duty, isPresent: duty.isOnDuty }
  })
}
