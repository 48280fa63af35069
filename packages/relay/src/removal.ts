import { type Operator, type OperatorId, type Reply, refused } from '@deskbell/protocol'
import type { Context } from './context.ts'
import { endDuty } from './http/entrance.ts'
import { forgetPlan, tellShifts } from './shifts.ts'
import { restorable } from './store/restorable.ts'
import type { StoredOperator } from './store/settings-store.ts'

/** Cut off first, and only off the team once what was theirs is stored as waiting: it is never nobody's. */
export async function removeOperator(context: Context, id: OperatorId): Promise<Reply<null>> {
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
  try {
    team.leave(id, Date.now())
  } catch (error) {
    context.operatorChanged(operator)
    throw error
  }
  passwordLinks.end(id)
  // Who signed in while it was stored is not let in either.
  signOut.everywhere(id)
  tellShifts(context, Date.now())
  context.doorbell.rosterChanged()
  context.doorbell.teamChanged()
  return reply
}

/** With the account, the plan and what they were writing; what was theirs to answer stays where it is by now. */
export function restoreOperator(context: Context, id: OperatorId): Reply<Operator> {
  const reply = context.team.restore(id)
  if (!reply.ok) return reply
  tellShifts(context, Date.now())
  context.doorbell.rosterChanged()
  context.operatorChanged(reply.value)
  return reply
}

/** Takes away for good, also after a restart, whom and what nobody has restored in time. */
export function removeForGood(context: Context, now: number): void {
  const { team, store, log } = context
  const attempt = (act: () => void) => {
    try {
      act()
    } catch (error) {
      log.error({ err: error }, 'what was deleted could not be taken away for good')
    }
  }
  for (const operator of team.leftBefore(now - restorable)) attempt(() => forget(context, operator))
  attempt(() => store.files.eraseDeleted(now))
}

/** The account goes last: as long as it is there, the rest is tried again. */
function forget(context: Context, { id, picture }: StoredOperator): void {
  if (picture !== undefined) context.pictures.delete(picture)
  forgetPlan(context, id)
  context.store.drafts.removeOf(id)
  context.team.remove(id)
}
