import type { ConversationId, OperatorConversation, OperatorId } from '@deskbell/protocol'
import { computed, type ReadonlySignal } from '@preact/signals'

interface Given {
  all: ReadonlySignal<readonly OperatorConversation[]>
  /** In ms since 1970. */
  now: ReadonlySignal<number>
  selfId: OperatorId
}

/** The questions that were put off, the first to come back on top: those to come, and this operator's and the others' that are back. */
export function followUpsIn({ all, now, selfId }: Given) {
  const putOff = computed(() =>
    all.value.filter(({ status, followUp }) => status === 'pending' && followUp !== undefined).toSorted(byTime),
  )
  // A text, so that lists are made anew when one comes back and not with every second.
  const ids = computed(() => textOf(putOff.value.filter((head) => isBack(head, now.value))))
  const back = computed<ReadonlySet<ConversationId>>(() => new Set(ids.value.split(' ')))
  const later = computed(() => putOff.value.filter(({ id }) => !back.value.has(id)))
  const dueTo = (isTheirs: (by?: OperatorId) => boolean) =>
    computed(() => putOff.value.filter(({ id, followUp }) => back.value.has(id) && isTheirs(followUp?.by)))
  return { later, due: dueTo((by) => by === selfId), othersDue: dueTo((by) => by !== selfId) }
}

/** It is time, or the visitor has written. */
function isBack(head: OperatorConversation, now: number): boolean {
  return (head.followUp && head.followUp.at <= now) || isWritten(head)
}

/** The visitor has written since it was to be followed up; to write makes it so. */
export function isWritten({ followUp, preview }: OperatorConversation): boolean {
  return followUp !== undefined && preview?.from === 'visitor' && preview.at >= followUp.at
}

const textOf = (heads: readonly OperatorConversation[]) => heads.map(({ id }) => id).join(' ')

function byTime({ followUp: one }: OperatorConversation, { followUp: other }: OperatorConversation): number {
  return (one?.at ?? 0) - (other?.at ?? 0)
}
