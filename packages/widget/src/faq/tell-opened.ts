import type { Feedback } from '@deskbell/protocol'

const told = new Set<string>()

/** Tells the relay once a page that a question of a block was opened, without saying by whom. */
export function tellOpened(relay: string, { target }: Event): void {
  if (!(target instanceof HTMLDetailsElement)) return
  const { entry: entryId = '', locale = '' } = target.dataset
  if (!target.open || told.has(entryId)) return
  told.add(entryId)
  const feedback: Feedback = { kind: 'read', entryId, locale }
  const headers = { 'content-type': 'application/json' }
  const sent = { method: 'POST', credentials: 'omit', headers, body: JSON.stringify(feedback) } as const
  // What is not counted matters to nobody.
  fetch(new URL('api/feedback', relay), sent).catch(() => undefined)
}
