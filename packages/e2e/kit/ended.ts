import type { WatchedPage } from './browser.ts'
import { onDuty } from './inbox.ts'
import { mara } from './relay.ts'
import { closeByKey, reply } from './thread.ts'
import { askForAPerson, openPanel } from './widget.ts'

interface Ending {
  relayUrl: string
  operator: WatchedPage
  visitor: WatchedPage
  /** Mara's. */
  answer: string
}

/** A visitor on a page of the shop asks, Mara answers and closes. Gives the panel. */
export async function endConversation({ relayUrl, operator, visitor, answer }: Ending) {
  await onDuty(operator.page, relayUrl, mara)
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'Is the teapot dishwasher-safe?')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await reply(operator.page, answer)
  await panel.getByText(answer).waitFor()
  await closeByKey(operator.page)
  return panel
}
