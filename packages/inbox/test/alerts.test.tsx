import { act, screen } from '@testing-library/preact'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { browserThat, forgetBrowser, lookAway, pushRoutes as routes } from './kit/browser-that.ts'
import { ellen, memberOf, minute } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()

afterEach(forgetBrowser)

const mine = () => {
  const { position: _place, ...assigned } = ellen(now, { status: 'assigned', operatorId: anna.id })
  return assigned
}

it('shows an alert to who looks elsewhere, and none to who sees the inbox', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay } = await openInbox({ now, conversations: [mine()], routes })
  const says = (text: string, at: number) =>
    act(async () =>
      relay.tell('conversations:changed', [
        { ...mine(), lastSeq: at, preview: { from: 'visitor', text, at: now + at } },
      ]),
    )
  await says('Hello?', 2)
  expect(showNotification).not.toHaveBeenCalled()
  lookAway()
  await says('Are you there?', 3)
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith(
    'Ellen answered',
    expect.objectContaining({ body: 'Are you there?', tag: 'ellen' }),
  )
})

it('shows an alert for a question that was left', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay } = await openInbox({ now, routes })
  lookAway()
  await act(async () => relay.tell('conversations:changed', [ellen(now, { status: 'pending' })]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith('Ellen left a question', expect.objectContaining({ tag: 'ellen' }))
})

it('shows an alert for each who was given at once, and rings for what is to be heard', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const { relay, desk, sounds } = await openInbox({ now, conversations: [mine()], routes })
  const given = (id: string) => ({ ...mine(), id, name: id, openBy: now + minute })
  const says = { ...mine(), lastSeq: 2, preview: { from: 'visitor' as const, text: 'So?', at: now + 2 } }
  lookAway()
  await act(async () => relay.tell('conversations:changed', [says, given('Kim'), given('Nils')]))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(3)
  expect(showNotification.mock.calls.map(([title]) => title)).toEqual([
    'Ellen answered',
    'Kim is yours: open it',
    'Nils is yours: open it',
  ])
  expect([sounds.waiting, sounds.reply].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
  desk.preferences.choose({ soundWaiting: false })
  const more = { ...says, lastSeq: 3, preview: { ...says.preview, at: now + 3 } }
  await act(async () => relay.tell('conversations:changed', [more, given('Olga')]))
  expect([sounds.waiting, sounds.reply].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

it('shows an alert for what a colleague has put off, once it is time, where no page of theirs is open', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const putOff = (id: string, by: string) =>
    ellen(now, {
      id,
      name: id,
      status: 'pending',
      operatorHas: { delivered: 1, read: 1 },
      followUp: { at: now + minute, by },
    })
  const petra = memberOf({ ...boris, id: 'petra', name: 'Petra' }, { isConnected: false })
  const given = {
    team: [memberOf(anna), memberOf(boris), petra],
    conversations: [putOff('Kim', boris.id), putOff('Nils', 'petra')],
  }
  const { desk } = await openInbox({ now, ...given, routes })
  lookAway()
  await act(async () => desk.clock.set(now + minute))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(1)
  expect(showNotification).toHaveBeenCalledWith('Nils: time to follow up', expect.objectContaining({ tag: 'Nils' }))
})

it('shows an alert for each of the operator’s own that was put off, once it is time, also to who wants quiet', async () => {
  const { showNotification } = browserThat({ permission: 'granted' })
  const putOff = (id: string, by = anna.id) =>
    ellen(now, { id, name: id, status: 'pending', followUp: { at: now + minute, by } })
  const conversations = [
    { ...putOff('Ellen'), preview: { from: 'operator' as const, text: 'I will ask the kiln', at: now } },
    ...[putOff('Kim'), putOff('Nils', boris.id)],
  ].map((head) => ({ ...head, operatorHas: { delivered: 1, read: 1 } }))
  const team = [memberOf(anna, { quiet: {} }), memberOf(boris)]
  const { desk, sounds } = await openInbox({ now, team, conversations, routes })
  desk.preferences.choose({ soundReply: false })
  lookAway()
  expect(showNotification).not.toHaveBeenCalled()
  await act(async () => desk.clock.set(now + minute))
  await expect.poll(() => showNotification).toHaveBeenCalledTimes(2)
  await act(async () => desk.clock.set(now + 2 * minute))
  const text = expect.objectContaining({ body: 'The zip is broken', tag: 'Kim' })
  expect(showNotification.mock.calls).toEqual([
    ['Ellen: time to follow up', expect.objectContaining({ body: '', tag: 'Ellen' })],
    ['Kim: time to follow up', text],
  ])
  expect(sounds.reply).not.toHaveBeenCalled()
})

it('counts in the title and marks the icon, each unless it is switched off', async () => {
  document.head.innerHTML = '<link rel="icon" href="./favicon.svg">'
  const { user } = await openInbox({ now, conversations: [ellen(now)], routes: {}, at: '#alerts' })
  vi.stubGlobal('fetch', async () => new Response('<svg></svg>'))
  const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute('href')
  const [count, dot] = [/^How many need you/, /^A dot/].map((name) => screen.getByRole('checkbox', { name }))
  expect(document.title).toMatch(/^\(1\) Ellen/)
  await user.click(count as HTMLElement)
  expect(document.title).toBe('Alerts · Holm Ceramics')
  await user.click(dot as HTMLElement)
  await expect.poll(icon).toBe('./favicon.svg')
  await user.click(dot as HTMLElement)
  await expect.poll(icon).toMatch(/^data:image/)
  expect(document.title).toBe('Alerts · Holm Ceramics')
})

it('rings with the bell and as loud as it was chosen', async () => {
  const { user, desk, sounds } = await openInbox({ now, at: '#alerts' })
  await user.click(screen.getByRole('radio', { name: 'Chime' }))
  expect(desk.preferences.chosen.value.bell).toBe('chime')
  await user.click(screen.getByRole('button', { name: 'Listen' }))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
})

it('says that the browser is silent to who is on duty and wants to hear something', async () => {
  const { desk, sounds, user } = await openInbox({ now })
  const button = () => screen.queryByRole('button', { name: 'Turn sounds on' })
  expect(button()).toBeNull()
  await act(async () => {
    sounds.isAsleep.value = true
  })
  await user.click(screen.getByRole('button', { name: 'Turn sounds on' }))
  expect(sounds.wake).toHaveBeenCalledTimes(1)
  await act(async () => desk.preferences.choose({ soundWaiting: false, soundReply: false, soundQuestion: false }))
  expect(button()).toBeNull()
})

it('says nothing of sounds to who is away', async () => {
  const { sounds } = await openInbox({ now, team: [memberOf(anna, { isOnDuty: false })] })
  await act(async () => {
    sounds.isAsleep.value = true
  })
  expect(screen.queryByRole('button', { name: 'Turn sounds on' })).toBeNull()
})

it('says in the title that nothing comes any more, once the connection is lost for longer than the grace', async () => {
  const { relay, desk } = await openInbox({ now })
  const title = document.title
  onTestFinished(() => void vi.useRealTimers())
  const lostAt = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: lostAt })
  const later = (seconds: number) =>
    act(async () => {
      vi.setSystemTime(lostAt + seconds * 1_000)
      desk.clock.set(now + seconds)
    })
  await act(async () => relay.move('down'))
  await later(29)
  expect(document.title).toBe(title)
  await later(31)
  expect(document.title).toBe('Connection lost.')
  await act(async () => relay.move('up'))
  expect(document.title).toBe(title)
})
