import { afterAll, expect, it, vi } from 'vitest'
import { openMailServer } from '../../relay/test/kit/mail-server.ts'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { endConversation } from '../kit/ended.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'

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
  const visitor = await browser.open({ viewport: { width: 390, height: 844 }, phone: true })
  const { page, troubles } = visitor
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await endConversation({ relayUrl: relay().url, operator, visitor, answer: 'It is, up to 60 degrees.' })
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
