import { annaOnDuty, type OperatorSocket } from './operators.ts'
import { closeConnections } from './people.ts'
import { closeRelays, openRelay, type TestRelay } from './relay.ts'

/** A relay with Anna on duty, as most tests of conversations begin. */
export async function openDesk(): Promise<{ relay: TestRelay; anna: OperatorSocket }> {
  const relay = await openRelay()
  return { relay, anna: await annaOnDuty(relay) }
}

/** After a test: nobody is connected any more, and no relay runs. */
export async function closeDesk(): Promise<void> {
  closeConnections()
  await closeRelays()
}
