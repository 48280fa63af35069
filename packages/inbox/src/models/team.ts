import type { OperatorConnection } from '@deskbell/client/socket'
import type { Colleague, Operator, OperatorSettings, OperatorWelcome, TeamMember } from '@deskbell/protocol'
import { batch, computed, createModel, effect, signal } from '@preact/signals'

type Site = Pick<OperatorWelcome, 'siteName' | 'isDemo' | 'sendsMail'>

/** Until the relay has said how it is here. */
const usual: OperatorSettings = { routing: 'automatic', openWithinSeconds: 30, labels: [], locales: [] }

/** The operator at this screen, the colleagues, and the site they answer for. `given` stands until the relay has said more. */
export const TeamModel = createModel((connection: OperatorConnection, given: Operator) => {
  const self = signal(given)
  const site = signal<Site | undefined>(undefined)
  const settings = signal(usual)
  const rosters = countRosters(connection)
  const members = signal<readonly TeamMember[]>([])
  const former = signal<readonly Colleague[]>([])
  /** How everybody is called who answers here or did. */
  const names = computed(() => new Map([...former.value, ...members.value].map(({ id, name }) => [id, name])))
  const me = computed(() => members.value.find(({ id }) => id === self.value.id))
  const isOnDuty = computed(() => me.value?.isOnDuty ?? false)
  /** Until when on duty, or back when away, in ms since 1970; undefined: not said. */
  const dutyEnd = computed(() => (isOnDuty.value ? me.value?.until : me.value?.backAt))
  const colleagues = computed(() => members.value.filter(({ id }) => id !== self.value.id))
  const present = computed(() => colleagues.value.filter(isPresent))
  /** How many conversations this operator has, and how many at once. */
  const load = computed(() => ({ count: me.value?.conversations ?? 0, capacity: self.value.capacity }))
  const isFull = computed(() => load.value.count >= load.value.capacity)
  /** Whether the desk gives who waits to an operator; else operators take from the line. */
  const isAutomatic = computed(() => settings.value.routing === 'automatic')
  /** Whether one more visitor can be taken, as far as this operator goes. */
  const canTake = computed(() => isOnDuty.value && !isFull.value)

  effect(() =>
    connection.on('operator:welcome', (welcome) => {
      batch(() => {
        const { siteName, isDemo, sendsMail } = welcome
        self.value = welcome.self
        site.value = { siteName, isDemo, sendsMail }
        settings.value = welcome.settings
        members.value = welcome.team
        former.value = welcome.formerOperators
      })
    }),
  )
  effect(() =>
    connection.on('settings:changed', (next) => {
      settings.value = next
    }),
  )
  effect(() =>
    connection.on('team:changed', (team) => {
      batch(() => {
        former.value = [...former.peek(), ...without(members.peek(), team)]
        members.value = team
        self.value = team.find(({ id }) => id === self.peek().id) ?? self.peek()
      })
    }),
  )

  /** `end`: until when, or back when, in ms since 1970. */
  function setDuty(isWanted: boolean, end?: number) {
    const said = end === undefined ? {} : isWanted ? { until: end } : { backAt: end }
    return connection.request('duty:set', { isOnDuty: isWanted, ...said })
  }

  const duty = { me, isOnDuty, dutyEnd, load, isFull, canTake, setDuty }
  return { ...duty, self, site, settings, isAutomatic, rosters, members, former, names, colleagues, present }
})

export type Team = InstanceType<typeof TeamModel>

/** A number that grows where the roster may be another than before. */
function countRosters(connection: OperatorConnection) {
  const rosters = signal(0)
  const next = () => {
    rosters.value += 1
  }
  effect(() => connection.on('roster:changed', next))
  // What was said while the connection was lost was not heard.
  effect(() => connection.on('operator:welcome', next))
  return rosters
}

/** Those of a team who are not in the next. */
function without(before: readonly TeamMember[], after: readonly TeamMember[]): TeamMember[] {
  return before.filter(({ id }) => !after.some((member) => member.id === id))
}

function isPresent({ isOnDuty, isConnected }: TeamMember): boolean {
  return isOnDuty && isConnected
}
