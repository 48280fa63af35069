import { type Account, cookieOf } from './account.ts'

/** The owner changes some of the settings; the rest stays. */
export async function changeSettings(relayUrl: string, owner: Account, changes: object): Promise<void> {
  const headers = { cookie: await cookieOf(relayUrl, owner), 'content-type': 'application/json', origin: relayUrl }
  const settings = await (await fetch(`${relayUrl}/api/settings`, { headers })).json()
  const body = JSON.stringify({ ...settings, ...changes })
  const response = await fetch(`${relayUrl}/api/settings`, { method: 'PUT', headers, body })
  if (!response.ok) throw new Error(`The settings were not changed: ${response.status}`)
}
