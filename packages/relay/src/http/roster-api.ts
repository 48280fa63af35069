import {
  accepted,
  limits,
  type Operator,
  type OperatorPlan,
  parse,
  type Reply,
  type RosterReply,
  rosterGuard,
} from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { shiftTimes } from '../desk/roster.ts'
import { tellShifts } from '../shifts.ts'
import { createDoors } from './doors.ts'
import { saving, told } from './versions.ts'

/** How far ahead operators see their own shifts, in days. */
const ownAhead = 14

/** Who is on shift when, week by week. */
export function rosterApi(context: Context): Router {
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  // Of what owners see: somebody removed and somebody restored make it another.
  const planned = {
    get data() {
      return plansOf(context)
    },
  }
  router.get(
    '/roster',
    signedIn((request, operator) => told(request, planned, accepted(replyFor(context, operator)))),
  )
  router.put(
    '/roster',
    json({ limit: limits.rosterBytes }),
    owner((request, by) => saving(request, by, planned, () => saveRoster(context, request.body, by))),
  )
  return router
}

function saveRoster(context: Context, body: unknown, operator: Operator): Reply<RosterReply> {
  const given = parse(rosterGuard, body)
  if (!given.ok) return given
  const { roster } = context.settings
  const { team } = context
  // Somebody may have left the team, or been disabled, while it was written; who was removed can still be restored.
  const plans = given.value.plans.filter(({ operatorId }) => team.admitted(operatorId))
  const left = roster.data.plans.filter(({ operatorId }) => !team.find(operatorId))
  roster.data = { plans: [...plans, ...left] }
  roster.write()
  tellShifts(context, Date.now())
  context.doorbell.siteChanged()
  context.doorbell.rosterChanged()
  context.doorbell.lineMoved()
  return accepted(replyFor(context, operator))
}

/** Who was removed can still be restored, with their plan. */
function plansOf({ settings, team }: Context): readonly OperatorPlan[] {
  return settings.roster.data.plans.filter(({ operatorId }) => team.find(operatorId))
}

function replyFor(context: Context, { id, isOwner }: Operator): RosterReply {
  const { settings } = context
  const plans = plansOf(context)
  const own = plans.find(({ operatorId }) => operatorId === id)
  return {
    roster: { plans: isOwner ? plans : plans.filter((plan) => plan === own) },
    hours: settings.hours.data,
    own: shiftTimes(settings, own, Date.now(), ownAhead),
  }
}
