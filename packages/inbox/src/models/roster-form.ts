import type { Answer, Http } from '@deskbell/client/http'
import type { HoursReply, OpeningHours, OperatorId, OperatorPlan, Roster, RosterReply } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { createFormDraft, type DraftShelf } from './form-draft.ts'
import { begun, dayFault, daysFault } from './hours-form.ts'
import type { Wording } from './wording.ts'

interface PlanFaults {
  days: readonly (Wording | undefined)[]
  /** Of the days, and of their hours. */
  others: readonly { days: Wording | undefined; hours: Wording | undefined }[]
}

const noFaults: PlanFaults = { days: [], others: [] }

/** Who is on shift when, planned person by person and saved all at once. */
export const RosterFormModel = createModel((http: Http, shelf: DraftShelf, first: OperatorId) => {
  const hours = signal<OpeningHours | undefined>(undefined)
  let storedZone: string | undefined
  const chosen = signal(first)
  const form = createFormDraft<Roster, RosterReply>({
    shelf,
    load: () => http.get('/api/roster'),
    send,
    read(reply) {
      storedZone = reply.hours.timeZone
      hours.value = begun(reply.hours)
      return reply.roster
    },
    inParts: {
      partsOf: ({ plans }) => Object.fromEntries(plans.map((plan) => [plan.operatorId, plan])),
      fromParts: (parts) => ({ plans: Object.values(parts) as Roster['plans'] }),
    },
    toSend: ({ plans }) => ({ plans: plans.filter(isPlanned).toSorted(byOperator) }),
    mayGo({ plans }) {
      const wrong = plans.find(isWrong)
      if (wrong) chosen.value = wrong.operatorId
      return wrong === undefined
    },
  })
  const plans = computed(() => form.draft.value?.plans ?? [])
  const plan = computed(() => plans.value.find(({ operatorId }) => operatorId === chosen.value) ?? blank(chosen.value))
  const faults = computed(() => (form.isAsked.value ? faultsOf(plan.value) : noFaults))

  /** Shifts are told by the zone of the hours: where nobody has written those, the one on screen is kept first. */
  async function send(roster: unknown, version?: string): Promise<Answer<RosterReply>> {
    if (hours.peek()?.timeZone !== storedZone) {
      const answer = await http.send<HoursReply>('PUT', '/api/hours', hours.peek())
      if (!answer.ok) return answer
    }
    return http.send('PUT', '/api/roster', roster, version)
  }

  /** Of the person that is chosen. */
  function changePlan(part: Partial<OperatorPlan>): void {
    const others = plans.peek().filter(({ operatorId }) => operatorId !== chosen.peek())
    form.change({ plans: [...others, { ...plan.peek(), ...part }] })
  }

  return { ...form, hours, chosen, plans, plan, faults, changePlan }
})

export type RosterForm = InstanceType<typeof RosterFormModel>

function blank(operatorId: OperatorId): OperatorPlan {
  return { operatorId, week: Array.from({ length: 7 }, () => []), otherDays: [] }
}

function isPlanned({ week, otherDays }: OperatorPlan): boolean {
  return otherDays.length > 0 || week.some((day) => day.length > 0)
}

function byOperator(one: OperatorPlan, other: OperatorPlan): number {
  return one.operatorId < other.operatorId ? -1 : 1
}

function faultsOf({ week, otherDays }: OperatorPlan): PlanFaults {
  return {
    days: week.map(dayFault),
    others: otherDays.map((other) => ({ days: daysFault(other), hours: dayFault(other.spans) })),
  }
}

function isWrong(plan: OperatorPlan): boolean {
  const { days, others } = faultsOf(plan)
  return [...days, ...others.flatMap((fault) => [fault.days, fault.hours])].some((fault) => fault !== undefined)
}
