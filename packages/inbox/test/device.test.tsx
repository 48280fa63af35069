import { act, cleanup, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna } from './kit/anna.ts'
import { browserThat, forgetBrowser, lookAway, pushRoutes as routes } from './kit/browser-that.ts'
import { ellen } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const now = Date.now()

afterEach(forgetBrowser)

const mine = () => {
  const { position: _place, ...assigned } = ellen(now, { status: 'assigned', operatorId: anna.id })
  return assigned
}
const push = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^Push/ })
const whileOpen = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^Notifications while/ })

it('shows neither name nor words where the device is to say neither, and tells the relay so', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay, user, asked } = await openInbox({ now, conversations: [mine()], routes, at: '#alerts' })
  await waitFor(() => expect(push().checked).toBe(true))
  await user.click(screen.getByRole('checkbox', { name: 'Without names and words' }))
  await waitFor(() => expect(sentTo(asked, 'PUT', '/api/push')).toMatchObject({ isWordless: true }))
  lookAway()
  const preview = { from: 'visitor' as const, text: 'My card is 4111', at: now + 2 }
  await act(async () => relay.tell('conversations:changed', [{ ...mine(), lastSeq: 2, preview }]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith('A visitor answered', expect.objectContaining({ body: '' }))
})

it('goes on as before where the relay can’t be told that words are not wanted', async () => {
  browserThat({ permission: 'granted' })
  const { user, desk, routes: relayed } = await openInbox({ now, routes: { ...routes }, at: '#alerts' })
  await waitFor(() => expect(push().checked).toBe(true))
  relayed['PUT /api/push'] = 'unreachable'
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Without names and words' })
  await user.click(box)
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect(box.checked).toBe(false)
  expect(desk.preferences.chosen.value.isWordless).toBe(false)
})

it('turns this device on and says what the browser forbids', async () => {
  browserThat({ permission: 'denied' })
  await openInbox({ now, routes, at: '#alerts' })
  expect(screen.getByText(/^The browser forbids it for this page/)).toBeTruthy()
  cleanup()
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(push())
  await waitFor(() => expect(push().checked).toBe(true))
})

it('says so where the browser has no way to a push service', async () => {
  browserThat({ permission: 'default', hasService: false })
  const { user } = await openInbox({ now, routes, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(push())
  expect(await screen.findByText(/^The browser’s push service can’t be reached/)).toBeTruthy()
  expect([push().checked, whileOpen().checked]).toEqual([false, false])
})

it('shows what an open page says and is pushed to, each unless it is switched off', async () => {
  const { showNotification, unregister } = browserThat({ permission: 'granted' })
  const { relay, user, asked } = await openInbox({
    ...{ now, conversations: [mine()], routes: { ...routes, 'DELETE /api/push': { body: null } }, at: '#alerts' },
  })
  await waitFor(() => expect(push().checked).toBe(true))
  await user.click(whileOpen())
  expect([whileOpen().checked, push().checked]).toEqual([false, true])
  const says = (at: number) => ({
    ...mine(),
    lastSeq: at,
    preview: { from: 'visitor' as const, text: 'So?', at: now + at },
  })
  lookAway()
  await act(async () => relay.tell('conversations:changed', [says(2)]))
  await user.click(whileOpen())
  await user.click(push())
  expect(sentTo(asked, 'DELETE', '/api/push')).toMatchObject({ endpoint: 'https://push.example/1' })
  await waitFor(() => expect([whileOpen().checked, push().checked]).toEqual([true, false]))
  expect(unregister).not.toHaveBeenCalled()
  await act(async () => relay.tell('conversations:changed', [says(3)]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  await user.click(whileOpen())
  await waitFor(() => expect(unregister).toHaveBeenCalledTimes(1))
})

it('stays on where the relay is gone for a moment, and is told to it once it is back', async () => {
  const { unregister } = browserThat({ permission: 'granted' })
  const given = await openInbox({ now, routes: {}, at: '#alerts' })
  await waitFor(() => expect(push().checked).toBe(true))
  await given.user.click(whileOpen())
  await waitFor(() => expect([whileOpen().checked, push().checked]).toEqual([false, true]))
  const told = () => given.asked.filter(({ method }) => method === 'PUT').length
  const before = told()
  await act(async () => given.relay.move('down'))
  await act(async () => given.relay.move('up'))
  await waitFor(() => expect(told()).toBe(before + 1))
  expect(push().checked).toBe(true)
  expect(unregister).not.toHaveBeenCalled()
})

it('keeps what the browser has for it where the relay can’t be told, and says so', async () => {
  const { unregister } = browserThat({ permission: 'granted' })
  const refused = { status: 429, body: { refusal: 'rate-limited' } }
  const { user, routes: here } = await openInbox({ now, routes: { 'PUT /api/push': refused }, at: '#alerts' })
  await waitFor(() => expect([whileOpen().checked, push().checked]).toEqual([true, false]))
  await user.click(whileOpen())
  await waitFor(() => expect(whileOpen().checked).toBe(false))
  delete here['PUT /api/push']
  await user.click(push())
  expect(await screen.findByText(/^The relay does not answer/)).toBeTruthy()
  expect(push().checked).toBe(false)
  expect(unregister).not.toHaveBeenCalled()
})

it('is pushed to alone, where only that is switched on', async () => {
  browserThat({ permission: 'default' })
  const { user } = await openInbox({ now, routes, at: '#alerts' })
  vi.stubGlobal('Notification', { permission: 'granted', requestPermission: async () => 'granted' })
  await user.click(push())
  await waitFor(() => expect([push().checked, whileOpen().checked]).toEqual([true, false]))
})
