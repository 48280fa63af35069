import { type Account, cookieOf } from './account.ts'

/** The owner changes some of the settings; the rest stays. */
export async function changeSettings(relayUrl: string, owner: Account, changes: object): Promise<void> {
  const url = `${relayUrl}/api/settings`
  const headers = { cookie: await cookieOf(relayUrl, owner) }
  const before = await (await fetch(url, { headers })).json()
  await put(url, owner, { ...before, ...changes })
}

/** From then on these are the owner's own words, by language. */
export function changeWords(relayUrl: string, owner: Account, words: object): Promise<void> {
  return put(`${relayUrl}/api/words`, owner, { words })
}

async function put(url: string, owner: Account, body: object): Promise<void> {
  const { origin } = new URL(url)
  const headers = { cookie: await cookieOf(origin, owner), 'content-type': 'application/json', origin }
  const response = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} took no change: ${response.status}`)
}
