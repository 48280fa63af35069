import type { LiveDesk } from '../desk/live-desk.ts'
import type { LogStore } from '../store/log-store.ts'
import { exposition, type Family, type Sample } from './exposition.ts'
import type { Health } from './health.ts'
import { createLoopDelay } from './loop-delay.ts'
import { createPromises, type Promises } from './promises.ts'
import type { Tally } from './tally.ts'

/** What is measured, as text for Prometheus: numbers only, of nobody in particular. */
export interface Metrics {
  text(): Promise<string>
  close(): void
}

type Labelled = Readonly<Record<string, number>>

interface Watched {
  tally: Tally
  health: Health
  live: Pick<LiveDesk, 'desk'>
  store: Pick<LogStore, 'waits'>
  /** Open sockets by role. */
  connections(): Labelled
}

export function createMetrics(watched: Watched): Metrics {
  const { tally, health, live, store, connections } = watched
  const loopDelay = createLoopDelay()
  const promises = createPromises(store.waits)
  return {
    async text() {
      return exposition([
        gauge('deskbell_healthy', '1 while the data folder can be written.', health.isWell(Date.now()) ? 1 : 0),
        gauge('deskbell_connections', 'Open connections.', by('role', connections())),
        ...deskFamilies(live.desk),
        counter('deskbell_messages_total', 'Messages stored since the start.', by('from', tally.messages)),
        promisesFamily(await promises()),
        {
          name: 'deskbell_commit_seconds',
          help: 'How long it took to have a group of changes on the disk.',
          type: 'histogram',
          samples: tally.commits.samples(),
        },
        counter(
          'deskbell_failed_commits_total',
          'Groups that could not be stored, and were refused.',
          tally.failedCommits,
        ),
        {
          name: 'deskbell_event_loop_delay_seconds',
          help: 'How late the event loop was since the last scrape.',
          type: 'summary',
          samples: loopDelay.samples(),
        },
        ...processFamilies(),
      ])
    },
    close: loopDelay.close,
  }
}

function deskFamilies({ conversations, operators }: LiveDesk['desk']): Family[] {
  const statuses = { waiting: 0, assigned: 0, pending: 0, closed: 0 }
  for (const { status } of conversations.values()) statuses[status] += 1
  const { closed: _, ...open } = statuses
  const duty = [...operators.values()].filter(({ isOnDuty, isPresent }) => isOnDuty && isPresent).length
  return [
    gauge('deskbell_conversations', 'Conversations that are not closed.', by('status', open)),
    gauge('deskbell_operators_on_duty', 'Operators who take conversations now.', duty),
  ]
}

function promisesFamily(promises: Promises): Family {
  const help =
    'Waits of the last 24 hours by what became of the range told first. Kept share: kept / (sooner + kept + later).'
  return gauge('deskbell_waits_last_day', help, by('promise', promises))
}

/** Named as in all programs that Prometheus watches: https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics */
function processFamilies(): Family[] {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  const startedAt = Date.now() / 1000 - process.uptime()
  return [
    counter('process_cpu_seconds_total', 'User and system CPU time.', (user + system) / 1e6),
    gauge('process_resident_memory_bytes', 'Resident memory.', rss),
    gauge('process_start_time_seconds', 'When the process started, since 1970.', startedAt),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', heapUsed),
  ]
}

function gauge(name: string, help: string, given: number | readonly Sample[]): Family {
  return { name, help, type: 'gauge', samples: samplesOf(given) }
}

function counter(name: string, help: string, given: number | readonly Sample[]): Family {
  return { name, help, type: 'counter', samples: samplesOf(given) }
}

function samplesOf(given: number | readonly Sample[]): readonly Sample[] {
  return typeof given === 'number' ? [{ value: given }] : given
}

function by(label: string, values: Labelled): Sample[] {
  return Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }))
}
