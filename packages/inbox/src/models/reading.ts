import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorId, Reading } from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Link } from './link.ts'
import type { Team } from './team.ts'

interface Given {
  connection: OperatorConnection
  link: Link
  team: Team
  openId: ReadonlySignal<ConversationId | undefined>
  /** Whether somebody can see this page. */
  isVisible: ReadonlySignal<boolean>
}

/** Who reads what: tells the team what is on this screen, and knows what is on theirs. */
export const ReadingModel = createModel(({ connection, link, team, openId, isVisible }: Given) => {
  const reading = signal<ReadonlyMap<ConversationId, readonly OperatorId[]>>(new Map())

  /** The names of the colleagues who have a conversation on screen. */
  const colleagues = computed(() => {
    const [selfId, names] = [team.self.value.id, team.names.value]
    const others = (readers: readonly OperatorId[]) => readers.filter((reader) => reader !== selfId)
    return new Map(
      [...reading.value].map(([id, readers]) => [id, others(readers).flatMap((reader) => names.get(reader) ?? [])]),
    )
  })

  effect(() =>
    connection.on('operator:welcome', (welcome) => {
      reading.value = new Map(welcome.reading.map(entryOf))
    }),
  )
  effect(() =>
    connection.on('reading:changed', (changed) => {
      reading.value = new Map([...reading.peek(), entryOf(changed)].filter(([, readers]) => readers.length > 0))
    }),
  )
  effect(() => {
    if (!link.isUp.value) return
    const id = isVisible.value ? openId.value : undefined
    // Whether it was heard does not matter: the next one tells it all.
    void connection.request('reading:set', id === undefined ? {} : { conversationId: id })
  })

  return { colleagues }
})

function entryOf({ conversationId, readers }: Reading): [ConversationId, readonly OperatorId[]] {
  return [conversationId, readers]
}
