import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { shopPage } from './host-page.ts'

/** The shop's page for Ines, who is signed in there. `more`: what else the shop says of her. The owner, in their inbox, knows the secret. */
export async function pageOfInes(owner: Page, relayUrl: string, more = {}): Promise<string> {
  const { secret } = await (await owner.request.get(`${relayUrl}/api/identity-secret`)).json()
  const hash = createHmac('sha256', secret).update('4711').digest('hex')
  const who = JSON.stringify({ id: 4711, name: 'Ines', hash, ...more })
  const body = `<h1>Shop</h1><script>
    window.Deskbell ||= (...a) => (Deskbell.q ||= []).push(a)
    Deskbell('identify', ${who})
  </script>`
  return shopPage(relayUrl, { body })
}
