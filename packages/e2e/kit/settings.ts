import { type Account, cookieOf } from './account.ts'

/** The owner changes some of the settings; the rest stays. */
export function changeSettings(relayUrl: string, owner: Account, changes: object): Promise<void> {
  return change(`${relayUrl}/api/settings`, owner, changes)
}

/** From then on these are the owner's own words, by language. */
export function changeWords(relayUrl: string, owner: Account, words: object): Promise<void> {
  return change(`${relayUrl}/api/words`, owner, { words })
}

async function change(url: string, owner: Account, changes: object): Promise<void> {
  const { origin } = new URL(url)
  const headers = { cookie: await cookieOf(origin, owner), 'content-type': 'application/json', origin }
  const before = await (await fetch(url, { headers })).json()
  const body = JSON.stringify({ ...before, ...changes })
  const response = await fetch(url, { method: 'PUT', headers, body })
  if (!response.ok) throw new Error(`${url} took no change: ${response.status}`)
}
