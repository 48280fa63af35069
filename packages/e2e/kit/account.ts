export interface Account {
  email: string
  password: string
  name: string
}

/** Signs in without a page; gives the session's cookie. */
export async function cookieOf(relayUrl: string, { email, password }: Account): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: relayUrl }
  const body = JSON.stringify({ email, password })
  const response = await fetch(`${relayUrl}/api/session`, { method: 'POST', headers, body })
  const [cookie] = (response.headers.get('set-cookie') ?? '').split(';')
  if (!response.ok || !cookie) throw new Error(`${email} was not signed in: ${response.status}`)
  return cookie
}
