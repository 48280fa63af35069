// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { openKept } from '../src/models/kept.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const letter = { kind: 'message', id: 'm1', text: 'Are you there?', writtenAt: 1 } as const

describe('what is kept', () => {
  it('stays out of the browser until something was typed', () => {
    openKept().change({ token: 'maras' })
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  })

  it('belongs to this tab until the relay has accepted something', () => {
    openKept().change({ token: 'maras', letters: [letter] })
    expect(localStorage.length).toBe(0)
    expect(openKept().saved()).toMatchObject({ token: 'maras', letters: [letter] })
  })

  it('belongs to all tabs from then on, under one key', () => {
    const kept = openKept()
    kept.change({ token: 'maras', letters: [letter] })
    expect(kept.share()).toBe(true)
    expect(Object.keys(localStorage)).toEqual(['deskbell'])
    expect(sessionStorage.length).toBe(0)
  })

  it('sees what another tab has changed', () => {
    const [one, other] = [openKept(), openKept()]
    other.onChange(() => undefined)
    one.change({ token: 'maras' })
    one.share()
    dispatchEvent(new StorageEvent('storage', { key: 'deskbell' }))
    other.change({ letters: [letter] })
    expect(one.saved()).toMatchObject({ token: 'maras', letters: [letter] })
  })

  it('ignores what somebody else has put under its key', () => {
    for (const foreign of ['', 'null', '[1]', '{"letters":"many"}', '{"letters":[{"kind":"message"}]}']) {
      localStorage.setItem('deskbell', foreign)
      expect(openKept().saved().letters).toEqual([])
    }
  })

  it('forgets the visitor and keeps the draft', () => {
    const kept = openKept()
    kept.change({ token: 'maras' })
    kept.share()
    kept.setDraft({ text: 'A broken plate', caret: 3, email: '' })
    kept.forget()
    expect(localStorage.length).toBe(0)
    expect(openKept().draft()).toEqual({ text: 'A broken plate', caret: 3, email: '' })
  })
})
