import { afterEach, expect, it } from 'vitest'
import { anna, closeRelays, openRelay } from './kit/relay.ts'

afterEach(closeRelays)

/** The relay as a proxy reaches it that takes `/desk` off the front. */
const inAFolder = () => openRelay({ DESKBELL_PUBLIC_URL: 'https://shop.example/desk/' })

it('leads to the folder it is said to lie in', async () => {
  const { url, localUrl } = await inAFolder()
  expect(url).toBe('https://shop.example/desk')
  for (const path of ['/', '/inbox']) {
    const { status, headers } = await fetch(localUrl + path, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([302, 'inbox/'])
  }
})

it('takes the page of its site, and of no other, for its own', async () => {
  const { localUrl } = await inAFolder()
  const signIn = (origin: string) =>
    fetch(`${localUrl}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ email: anna.email, password: anna.password }),
    })
  expect((await signIn('https://shop.example')).status).toBe(200)
  expect((await signIn('https://shop.example.evil.example')).status).toBe(403)
})
