import type { Refused } from './asking.ts'
import type { Notice } from './notice.ts'
import type { Team } from './team.ts'
import { wording } from './wording.ts'

/** What is said where a colleague was faster, and the way to read along; nothing of any other refusal. */
export function faster({ names }: Team, { refusal, detail }: Refused, readAlong?: () => void): Notice | undefined {
  const name = names.peek().get(detail ?? '')
  if (refusal !== 'already-taken' || name === undefined) return undefined
  const text = wording('line.faster', { name })
  return readAlong ? { text, action: { label: 'line.readAlong', run: readAlong } } : { text }
}
