import { useInbox } from '../inbox-context.ts'
import { OwnersOnly } from '../pages/owners-only.tsx'
import { WaitsPage } from './waits-page.tsx'

/** The report, for owners. */
export function WaitsPlace() {
  return useInbox().desk.team.self.value.isOwner ? <WaitsPage /> : <OwnersOnly />
}
