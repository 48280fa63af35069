import {
  accepted,
  disabledChangeGuard,
  limits,
  type Operator,
  type OperatorId,
  parse,
  type Reply,
  refused,
  roleChangeGuard,
  shownChangeGuard,
} from '@deskbell/protocol'
import { json, type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { removeOperator, restoreOperator } from '../removal.ts'
import { forgetPlan } from '../shifts.ts'
import { createDoors } from './doors.ts'
import { endDuty } from './entrance.ts'

/** What visitors see of somebody, who is owner, who goes, and where somebody is signed in. */
export function accountsApi(context: Context): Router {
  const { oneself, owner } = createDoors(context)
  const router = Router()
  router.put(
    '/operators/:id/shown',
    json({ limit: limits.bodyBytes }),
    oneself((request) => changeShown(context, request)),
  )
  router.put(
    '/operators/:id/disabled',
    json({ limit: limits.bodyBytes }),
    owner((request, { id }) => (id === idIn(request) ? refused('forbidden') : changeDisabled(context, request))),
  )
  router.put(
    '/operators/:id/role',
    json({ limit: limits.bodyBytes }),
    owner((request) => changeRole(context, request)),
  )
  router.delete(
    '/operators/:id',
    owner((request) => removeOperator(context, idIn(request))),
  )
  router.post(
    '/operators/:id/restore',
    owner((request) => restoreOperator(context, idIn(request))),
  )
  router.delete(
    '/operators/:id/sessions',
    oneself((request) => {
      const id = idIn(request)
      context.signOut.everywhere(id)
      endDuty(context, id)
      return accepted(null)
    }),
  )
  return router
}

function idIn(request: Request): OperatorId {
  return String(request.params.id)
}

function changeShown({ team, doorbell }: Context, request: Request): Reply<Operator> {
  const given = parse(shownChangeGuard, request.body)
  if (!given.ok) return given
  const reply = team.show(idIn(request), given.value)
  if (reply.ok) doorbell.shownChanged(reply.value.id)
  return reply
}

function changeRole({ team, operatorChanged }: Context, request: Request): Reply<Operator> {
  const given = parse(roleChangeGuard, request.body)
  if (!given.ok) return given
  const id = idIn(request)
  if (!given.value.isOwner && team.isLastOwner(id)) return refused('last-owner')
  const changed = team.change(id, given.value)
  if (!changed) return refused('unknown-operator')
  operatorChanged(changed)
  return accepted(changed)
}

/** Who is disabled is so at once, whatever runs beside it, unless what was theirs could not be stored as waiting. */
async function changeDisabled(context: Context, request: Request): Promise<Reply<Operator>> {
  const { team, signOut, passwordLinks } = context
  const given = parse(disabledChangeGuard, request.body)
  if (!given.ok) return given
  const id = idIn(request)
  const { isDisabled } = given.value
  if (isDisabled && team.isLastOwner(id)) return refused('last-owner')
  const changed = team.change(id, given.value)
  if (!changed) return refused('unknown-operator')
  if (isDisabled) {
    passwordLinks.end(id)
    signOut.everywhere(id)
    endDuty(context, id)
    const stored = await context.operatorRemoved(id)
    if (!stored.ok) {
      const enabled = team.change(id, { isDisabled: false })
      if (enabled) context.operatorChanged(enabled)
      return stored
    }
    forgetPlan(context, id)
  }
  context.operatorChanged(changed)
  return accepted(changed)
}
