import { setImmediate } from 'node:timers/promises'
import type { Premises } from './premises.ts'

/**
 * Whom a conversation's id or reference, the shop's own id or an e-mail address stands for, with their other devices. An
 * address is whatever somebody gave as theirs: nobody has checked it.
 */
export async function findVisitors({ store, running }: Premises, idOrEmail: string): Promise<string[]> {
  void running?.live.flush()
  const { personal } = store
  const found = idOrEmail.includes('@') ? await withEmail(personal, idOrEmail.toLowerCase()) : []
  const named = [...found, ...personal.visitorsNamed(idOrEmail)]
  return [...new Set(named.flatMap(personal.samePerson))]
}

/** All conversations are looked through, some at a time. */
async function withEmail({ addressesAfter }: Premises['store']['personal'], wanted: string): Promise<string[]> {
  const found: string[] = []
  let page = addressesAfter('')
  while (page.length > 0) {
    found.push(...page.filter(({ email }) => email === wanted).map(({ visitorId }) => visitorId))
    page = addressesAfter(page.at(-1)?.id ?? '')
    await setImmediate()
  }
  return found
}
