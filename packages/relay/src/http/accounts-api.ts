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
    owner((request) => remove(context, idIn(request))),
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

/** Cut off first, and only off the team once what was theirs is stored as waiting: it is never nobody's. */
async function remove(context: Context, id: OperatorId): Promise<Reply<null>> {
  const { team, signOut, passwordLinks } = context
  const operator = team.find(id)
  if (!operator) return refused('unknown-operator')
  if (team.isLastOwner(id)) return refused('last-owner')
  signOut.everywhere(id)
  endDuty(context, id)
  const stored = await context.operatorRemoved(id)
  // The only other owner may have stepped back meanwhile.
  const reply = stored.ok && team.isLastOwner(id) ? refused('last-owner') : stored
  if (!reply.ok) {
    context.operatorChanged(operator)
    return reply
  }
  const { picture } = team.find(id) ?? {}
  try {
    team.remove(id)
  } catch (error) {
    context.operatorChanged(operator)
    throw error
  }
  if (picture !== undefined) context.pictures.delete(picture)
  passwordLinks.end(id)
  forgetPlan(context, id)
  // Who signed in while it was stored is not let in either.
  signOut.everywhere(id)
  context.store.drafts.removeOf(id)
  context.doorbell.teamChanged()
  return reply
}
