import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

/** The page's policy allows requests to the relay, and no WebSocket. */
function withoutWebSocket(url: string) {
  const policy = `script-src ${url}; connect-src ${url}`
  return { html: shopPage(url), headers: { 'content-security-policy': policy } }
}

it('talks by requests where no WebSocket opens, also after the relay was killed', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const visitor = await browser.open()
  const transports = new Set<string | null>()
  visitor.page.on('request', (request) => transports.add(new URL(request.url()).searchParams.get('transport')))
  await visitor.page.goto(host().serve('/', withoutWebSocket(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'Hello')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await reply(operator.page, 'Good morning')
  await panel.getByRole('log').getByText('Good morning').waitFor()
  await relay().kill()
  await write(panel, 'Are you there?')
  await relay().start()
  await thread(operator.page).getByText('Are you there?').waitFor()
  await reply(operator.page, 'I am back')
  await panel.getByRole('log').getByText('I am back').waitFor()
  expect([...transports]).toContain('polling')
}, 120_000)
