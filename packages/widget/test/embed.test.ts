// @vitest-environment happy-dom
import type { Look } from '@deskbell/protocol'
import type { Attributes, DeskbellEvents } from '@deskbell/widget'
import { expect, it, vi } from 'vitest'

const relay = 'https://help.example'

/** The module on a fresh page. Nothing is fetched here: the tag stays on its way. */
async function freshPage() {
  vi.resetModules()
  Reflect.deleteProperty(window, 'Deskbell')
  document.head.replaceChildren()
  for (const widget of document.querySelectorAll('deskbell-widget')) widget.remove()
  return import('@deskbell/widget')
}

const tags = () => [...document.head.querySelectorAll('script')]
const queued = () => (window as unknown as { Deskbell: { q: unknown[] } }).Deskbell.q

/** As the script does it when it arrives: takes the calls that wait, and puts its element on the page. */
function arrive(): unknown[][] {
  const made = [...queued()] as unknown[][]
  document.documentElement.append(document.createElement('deskbell-widget'))
  Object.assign(window, { Deskbell: (...call: unknown[]) => made.push(call) })
  tags()[0]?.dispatchEvent(new Event('load'))
  return made
}

// Here no script is fetched: a tag only says where it would come from.
Object.defineProperty(HTMLScriptElement.prototype, 'src', {
  set(this: HTMLScriptElement, address: string) {
    this.dataset.address = address
  },
})

it('puts one tag into the page, with what the page says on it', async () => {
  const { embed } = await freshPage()
  embed(`${relay}/`, { locale: 'de', topic: 'delivery', nonce: 'r4nd0m' })
  embed(relay)
  const [tag, ...others] = tags()
  expect(others).toEqual([])
  expect(tag).toMatchObject({ async: true, nonce: 'r4nd0m' })
  expect({ ...tag?.dataset }).toEqual({ address: `${relay}/widget.js`, locale: 'de', topic: 'delivery' })
})

it('leaves a page alone that has the widget by another way', async () => {
  const { embed } = await freshPage()
  document.documentElement.append(document.createElement('deskbell-widget'))
  embed(relay)
  expect(tags()).toEqual([])
})

it('keeps calls for the widget, and those after it has arrived go straight to it', async () => {
  const { embed, Deskbell } = await freshPage()
  Deskbell('search', 'plate')
  embed(relay)
  const heard = vi.fn()
  Deskbell('on', 'searched', heard)
  const made = arrive()
  Deskbell('open')
  expect(made).toEqual([['search', 'plate'], ['on', 'searched', heard], ['open']])
})

it('stays where a framework mounts, unmounts and mounts it in a row', async () => {
  const { embed, Deskbell } = await freshPage()
  embed(relay)
  Deskbell('locale', 'de')
  Deskbell('shutdown')
  embed(relay)
  expect(tags()).toHaveLength(1)
  expect(queued()).toEqual([['locale', 'de']])
})

it('comes back once the widget before has left, and keeps for it what was called meanwhile', async () => {
  const { embed, Deskbell } = await freshPage()
  embed(relay)
  const made = arrive()
  Deskbell('shutdown')
  expect(made).toEqual([['shutdown']])
  embed(relay)
  Deskbell('open')
  expect(tags()).toEqual([])
  document.querySelector('deskbell-widget')?.remove()
  await expect.poll(() => tags()).toHaveLength(1)
  expect(queued()).toEqual([['open']])
})

it('tries again where the script could not be loaded', async () => {
  const { embed } = await freshPage()
  embed(relay)
  const [lost] = tags()
  lost?.dispatchEvent(new Event('error'))
  embed(relay)
  expect(tags()).toHaveLength(1)
  expect(tags()).not.toContain(lost)
})

it('does nothing on a server', async () => {
  const { embed, Deskbell } = await freshPage()
  vi.stubGlobal('document', undefined)
  embed(relay)
  Deskbell('open')
  vi.unstubAllGlobals()
  expect(tags()).toEqual([])
  expect('Deskbell' in window).toBe(false)
})

it('types every call, every event and every attribute', async () => {
  const { Deskbell } = await freshPage()
  const attributes: Required<Record<keyof Look | 'locale' | 'topic' | 'nonce', unknown>> = {} as Required<Attributes>
  const events: Record<keyof DeskbellEvents, true> = {
    ...{ searched: true, entryOpened: true, helped: true, asked: true, assigned: true, closed: true, rated: true },
  }
  expect([attributes, Object.keys(events).length]).toEqual([{}, 7])
  Deskbell('on', 'helped', ({ id, helped, locale }) => [id.length, helped === true, locale.length])
  // @ts-expect-error: an event of that name is never told
  Deskbell('on', 'opened', () => undefined)
  // @ts-expect-error: words of the visitor are never told
  Deskbell('on', 'searched', ({ query }) => query)
  // @ts-expect-error: no such call
  Deskbell('explode')
  // @ts-expect-error: an entry has an id
  Deskbell('entry')
})
