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
const nils = { name: 'Nils', email: 'nils@holm.example', password: 'a different horse' }

it('shows a visitor and a colleague who somebody is from now on, without a reload', async () => {
  const own = await browser.open()
  await onDuty(own.page, relay().url, mara)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'Is the teapot dishwasher-safe?')
  await panel.getByText('You are next.').first().waitFor()
  await own.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  const colleague = await browser.open()
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, nils)
  await colleague.page.goto(`${relay().url}/inbox/#account`)
  await colleague.page.getByLabel('Name visitors see').fill('MARA')
  await colleague.page.getByRole('button', { name: 'Save what visitors see' }).click()
  await colleague.page.getByText('Somebody on the team has this name.').waitFor()
  expect(await violations(colleague.page)).toEqual([])
  await own.page.goto(`${relay().url}/inbox/#account`)
  await own.page.getByLabel('Name visitors see').fill('Maren')
  await own.page.getByLabel('What you do').fill('Teapots')
  await own.page.getByRole('button', { name: 'Save what visitors see' }).click()
  await panel.getByRole('heading', { name: 'Maren' }).waitFor()
  await own.page.getByRole('button', { name: /^Maren on duty/i }).waitFor()
  await own.page.goto(`${relay().url}/inbox/#team`)
  await own.page.getByRole('link', { name: 'Nils' }).click()
  await own.page.getByLabel('Name visitors see').fill('Nilsson')
  await own.page.getByRole('button', { name: 'Save what visitors see' }).click()
  await own.page.getByRole('heading', { name: 'Nilsson', exact: true }).waitFor()
  expect(await violations(own.page)).toEqual([])
  await colleague.page.getByRole('button', { name: /^Nilsson on duty/i }).waitFor()
  expect([...own.troubles, ...visitor.troubles]).toEqual([])
})
