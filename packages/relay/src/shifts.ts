import type { Operator, OperatorId } from '@deskbell/protocol'
import type { Context } from './context.ts'
import { shiftTimes } from './desk/roster.ts'

type Told = Pick<Context, 'team' | 'settings'> & { live: { waits: Pick<Context['live']['waits'], 'see'> } }

/** What the forecast of waits is told ahead, from yesterday on. In days. */
const forecast = 4
const day = 86_400_000

/** Tells the forecast of waits who comes and goes when. What is planned moves on with the days: to be told again within one. */
export function tellShifts({ live, team, settings }: Told, now: number): void {
  const planOf = ({ id }: Operator) => settings.roster.data.plans.find(({ operatorId }) => operatorId === id)
  const shifts = team.all().flatMap((operator) => {
    const { id, capacity, skills, languages } = operator
    const served = { operatorId: id, capacity, skills, ...(languages.length > 0 && { languages }) }
    return shiftTimes(settings, planOf(operator), now - day, forecast).map((shift) => ({ ...served, ...shift }))
  })
  live.waits.see({ kind: 'roster', at: now, shifts })
}

/** Somebody has left the team. */
export function forgetPlan(context: Told, id: OperatorId): void {
  const { roster } = context.settings
  const plans = roster.data.plans.filter(({ operatorId }) => operatorId !== id)
  if (plans.length === roster.data.plans.length) return
  roster.data = { plans }
  roster.write()
  // Once more, so that the last good copy does not have it either.
  roster.write()
  tellShifts(context, Date.now())
}
