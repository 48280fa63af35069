import { afterAll, expect, it, vi } from 'vitest'
import { openMailServer } from '../../relay/test/kit/mail-server.ts'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const mails = await openMailServer()
afterAll(() => mails.close())
const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({
  ...ownedByMara,
  DESKBELL_DEMO: '1',
  DESKBELL_ORIGINS: host().url,
  DESKBELL_SMTP_URL: mails.url,
  DESKBELL_MAIL_FROM: 'help@holm.example',
}))

it('brings a conversation that ended to the visitor’s address', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await browser.open({ viewport: { width: 390, height: 844 }, phone: true })
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await askForAPerson(panel, 'Is the teapot dishwasher-safe?')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await reply(operator.page, 'It is, up to 60 degrees.')
  await panel.getByText('It is, up to 60 degrees.').waitFor()
  await operator.page.keyboard.press('Escape')
  await operator.page.keyboard.press('e')
  await panel.getByRole('button', { name: 'Get a copy by e-mail' }).tap()
  await panel.getByLabel('Your e-mail').fill('ines@visitor.example')
  expect(await violations(page)).toEqual([])
  await panel.getByRole('button', { name: 'Send', exact: true }).tap()
  await panel.getByText('Sent to ines@visitor.example.').waitFor()
  await vi.waitFor(() => expect(mails.received).toHaveLength(1))
  const [mail] = mails.received
  expect(mail?.to).toEqual(['ines@visitor.example'])
  expect(mail?.text).toMatch(/You\s+Is the teapot dishwasher-safe\?/)
  expect(mail?.text).toMatch(/Mara\s+It is, up to 60 degrees\./)
  expect(troubles).toEqual([])
})
