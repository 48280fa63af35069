import type { OperatorConnection } from '@deskbell/client/socket'
import { isQuiet, type OperatorConversation, type OperatorId, type Quiet } from '@deskbell/protocol'
import { computed, createModel } from '@preact/signals'
import { createAsking } from './asking.ts'
import type { Clock } from './clock.ts'
import { isOwn } from './given.ts'
import type { NoticeLine } from './notice.ts'
import type { Team } from './team.ts'

interface Given {
  connection: OperatorConnection
  team: Team
  clock: Clock
  notice: NoticeLine
}

/** Do not disturb, of this operator and of the others: what isn't theirs makes no sound, as long as somebody else hears it. */
export const QuietModel = createModel(({ connection, team, clock, notice }: Given) => {
  const { isBusy, doing } = createAsking(notice)
  const selfId = team.self.peek().id
  // A text, so that what is drawn of it is not drawn anew with every second.
  const ids = computed(() => {
    const quiet = team.members.value.filter((member) => member.isOnDuty && isQuiet(member, clock.now.value))
    return quiet.map(({ id }) => id).join(' ')
  })
  const who = computed<ReadonlySet<OperatorId>>(() => new Set(ids.value.split(' ')))
  const isOn = computed(() => who.value.has(selfId))
  const isHeardByOthers = computed(() => team.present.value.some(({ id }) => !who.value.has(id)))

  /** Whether news of this conversation disturbs this operator. */
  function isHeard(head: OperatorConversation): boolean {
    return !isOn.peek() || !isHeardByOthers.peek() || isOwn(head, selfId)
  }

  async function set(quiet?: Quiet): Promise<void> {
    await doing(connection.request('quiet:set', quiet ? { quiet } : {}))
  }

  return { who, isOn, isBusy, isHeard, set }
})

export type QuietKept = InstanceType<typeof QuietModel>
