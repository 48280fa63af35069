import type { KeptDraft } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DraftsModel, draftOf, gapsOf } from '../src/models/drafts.ts'
import type { Keep } from '../src/models/kept.ts'
import { connectionDouble, requests, welcome } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** One browser of Anna's. */
function browser(keep: Keep = memoryKeep(), replies: Record<string, unknown> = {}) {
  const relay = connectionDouble(replies)
  const model = new DraftsModel(keep, relay.connection)
  const comes = (...drafts: KeptDraft[]) => relay.tell('operator:welcome', { ...welcome(0, []), drafts })
  return {
    relay,
    model,
    comes,
    write: (text: string) => model.write('ellen', 'message', text),
    text: () => draftOf(model.drafts.value, 'ellen', 'message'),
    told: () => requests(relay, 'draft:set').map((set) => (set as KeptDraft).text),
    hears: (text: string) => relay.tell('draft:changed', ofEllen(text)),
  }
}

const ofEllen = (text: string): KeptDraft => ({ conversationId: 'ellen', kind: 'message', text })
const rests = () => vi.advanceTimersByTimeAsync(1_000)

it('tells what is written a second after the last key, or as the field is left; that it is sent, at once', async () => {
  const { write, told } = browser()
  write('The')
  await vi.advanceTimersByTimeAsync(900)
  write('The zip ')
  await vi.advanceTimersByTimeAsync(900)
  expect(told()).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(told()).toEqual(['The zip'])
  write('The zip is')
  dispatchEvent(new Event('pagehide'))
  write('')
  expect(told()).toEqual(['The zip', 'The zip is', ''])
  await rests()
  expect(told()).toHaveLength(3)
})

it('tells that it is sent also before the relay has said that it has it', () => {
  const { write, told } = browser()
  write('The zip')
  dispatchEvent(new Event('focusout'))
  write('')
  expect(told()).toEqual(['The zip', ''])
})

it('shows what was written on another device, until it is sent there', async () => {
  const { comes, text, hears, told } = browser()
  comes(ofEllen('The zip'))
  expect(text()).toBe('The zip')
  hears('The zip is new')
  expect(text()).toBe('The zip is new')
  hears('')
  expect(text()).toBe('')
  await rests()
  expect(told()).toEqual([])
})

it('has what is to be filled in of a canned reply filled in on every device', async () => {
  const { model, write, relay } = browser()
  write('Your {order number} is here')
  model.gap('ellen', { '{order number}': 'order number', '{old}': 'old' })
  await rests()
  const [sent] = requests(relay, 'draft:set') as [KeptDraft]
  expect(sent.gaps).toEqual({ '{order number}': 'order number' })
  const other = browser()
  other.comes(sent)
  expect(gapsOf(other.model.drafts.value, 'ellen')).toEqual(sent.gaps)
})

it('leaves alone what is being written here, and tells it as the newest', async () => {
  const { comes, write, text, hears, told } = browser()
  comes(ofEllen('The zip'))
  write('The zip is')
  hears('The bowl')
  comes(ofEllen('The bowl'))
  expect(text()).toBe('The zip is')
  expect(told()).toEqual(['The zip is'])
  await rests()
  write('The zip is ')
  // As the relay has it, without the space that the next word comes after.
  comes(ofEllen('The zip is'))
  expect(text()).toBe('The zip is ')
  hears('The lid')
  expect(text()).toBe('The lid')
})

it('keeps here what is written offline, also across a reload, and tells it when the relay is back', async () => {
  const keep = memoryKeep()
  const { relay, write } = browser(keep)
  relay.move('down')
  write('The zip')
  await rests()
  const later = browser(keep)
  later.comes()
  expect(later.text()).toBe('The zip')
  await rests()
  expect(later.told()).toEqual(['The zip'])
  // It was sent on another device while this one was offline.
  later.comes()
  expect(later.text()).toBe('')
  expect(keep.names('')).toEqual([])
})

it('tries again what came too fast, and forgets what belongs to a conversation that is gone', async () => {
  const keep = memoryKeep()
  const { relay, write, told, comes } = browser(keep, { 'draft:set': { ok: false, refusal: 'rate-limited' } })
  write('The zip')
  await rests()
  relay.replies['draft:set'] = { ok: true, value: null }
  await rests()
  await rests()
  expect(told()).toEqual(['The zip', 'The zip'])
  write('The zip is')
  relay.replies['draft:set'] = { ok: false, refusal: 'no-conversation' }
  await rests()
  expect(keep.names('')).toEqual([])
  comes()
  expect(told()).toHaveLength(3)
})
