// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { openKept } from '../src/models/kept.ts'
import { openKeptLetters } from '../src/models/kept-letters.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const letter = { kind: 'message', id: 'm1', text: 'Are you there?', writtenAt: 2 } as const
const earlier = { ...letter, id: 'm0', text: 'Hello', writtenAt: 1 }

describe('what is kept', () => {
  it('stays out of the browser until something was typed', () => {
    openKept().change({ token: 'maras' })
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })

  it('has a letter that was never sent in every tab and in those opened later, oldest first', () => {
    const [one, other] = [openKeptLetters(), openKeptLetters()]
    one.put({ letter })
    other.put({ letter: earlier })
    for (const kept of [one, other, openKeptLetters()]) expect(kept.all()).toEqual([{ letter: earlier }, { letter }])
  })

  it('says of a letter that it was refused, under the same key', () => {
    const kept = openKeptLetters()
    kept.put({ letter })
    kept.put({ letter, refusal: 'forbidden' })
    expect(openKeptLetters().all()).toEqual([{ letter, refusal: 'forbidden' }])
    kept.remove('m1')
    expect(localStorage.length).toBe(0)
  })

  it('is the same in all tabs once the visitor has sent something', () => {
    const [one, other] = [openKept(), openKept()]
    one.change({ token: 'maras' })
    expect(other.saved()).toEqual({})
    expect(one.share()).toBe(true)
    expect(other.saved()).toEqual({ token: 'maras' })
    other.change({ read: { conversationId: 'c', seq: 3 } })
    expect(one.saved()).toEqual({ token: 'maras', read: { conversationId: 'c', seq: 3 } })
    expect(Object.keys(localStorage)).toEqual(['deskbell'])
  })

  it('hears what other tabs keep, and nothing of what the shop does', () => {
    const heard: (string | null)[] = []
    let key: string | null = null
    const end = openKept().onChange(() => heard.push(key))
    for (key of ['deskbell', 'deskbell-letter-m1', 'of-the-shop', null])
      dispatchEvent(new StorageEvent('storage', { key }))
    end()
    dispatchEvent(new StorageEvent('storage', { key: 'deskbell' }))
    expect(heard).toEqual(['deskbell', 'deskbell-letter-m1', null])
  })

  it('leaves what is half typed to the tab it is typed in', () => {
    openKept().setDraft({ text: 'A broken plate', caret: 3, name: 'Ines', email: 'mara@example.com' })
    expect(localStorage.length).toBe(0)
    expect(Object.keys(sessionStorage)).toEqual(['deskbell-draft'])
    expect(openKept().draft()).toEqual({ text: 'A broken plate', caret: 3, name: 'Ines', email: 'mara@example.com' })
  })

  it('ignores what somebody else has put under its keys', () => {
    for (const foreign of ['', 'null', '[1]', '{"letter":"many"}', '{"letter":{"kind":"message"}}']) {
      for (const key of ['deskbell', 'deskbell-letter-m1']) localStorage.setItem(key, foreign)
      sessionStorage.setItem('deskbell-draft', foreign)
      const kept = openKept()
      expect([kept.saved(), openKeptLetters().all(), kept.draft().text]).toEqual([{}, [], ''])
    }
  })

  it('lets nothing be gone on with after that, and keeps draft, letters and, on this page, the visitor', () => {
    const kept = openKept()
    kept.change({ token: 'maras' })
    kept.share()
    openKeptLetters().put({ letter })
    kept.setDraft({ text: 'A broken plate', caret: 3, name: '', email: '' })
    kept.forget()
    expect(openKept().saved()).toEqual({})
    expect(openKept().draft()).toEqual({ text: 'A broken plate', caret: 3, name: '', email: '' })
    expect(openKeptLetters().all()).toEqual([{ letter }])
    expect(kept.saved()).toEqual({ token: 'maras' })
  })

  it('leaves no key behind once nothing is typed any more', () => {
    const kept = openKept()
    kept.setDraft({ text: 'A broken plate', caret: 3, name: '', email: '' })
    kept.setDraft({ text: '', caret: 0, name: '', email: '' })
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })
})
