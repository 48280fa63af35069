import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

it('shows that a colleague reads the same, and no longer when the page is closed', async () => {
  const own = await browser.open()
  await onDuty(own.page, relay().url, mara)
  const colleague = await browser.open()
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, boris)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), 'Is the cobalt bowl back?')
  await colleague.page.getByRole('link', { name: /cobalt bowl/ }).click()
  await own.page.getByRole('link', { name: /Boris is reading/ }).click()
  await own.page.getByRole('article').getByText('Boris is reading').waitFor()
  await colleague.page.getByRole('article').getByText('Mara is reading').waitFor()
  expect(await violations(own.page)).toEqual([])
  await colleague.close()
  await own.page.getByText('Boris is reading').first().waitFor({ state: 'detached' })
  expect([...own.troubles, ...visitor.troubles]).toEqual([])
})
