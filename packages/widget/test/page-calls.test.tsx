import { waitFor } from '@testing-library/preact'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openPanel, seatPanel } from './kit/open-panel.ts'

/** Leaves the page's global as it was. */
function keepGlobal() {
  onTestFinished(() => void Reflect.deleteProperty(window, 'Deskbell'))
}

describe('calls of the page', () => {
  it('opens an entry by its number', async () => {
    const { see, panel } = await seatPanel()
    await panel.call('entry', 'back')
    expect(await see.findByText('Print the label and put it on the box.')).toBeTruthy()
  })

  it('opens an entry that home was not given, and says where there is none', async () => {
    const { see, panel, root } = await seatPanel({ ofHome: 0 })
    await panel.call('entry', 'back')
    expect(await see.findByText('Print the label and put it on the box.')).toBeTruthy()
    await waitFor(() => expect(root.activeElement?.textContent).toBe('Can I send a broken plate back?'))
    await panel.call('entry', 'gone')
    expect((await see.findByRole('alert')).textContent).toBe('This answer is no longer there.')
  })

  it('waits for an entry, and asks again where the relay can’t be reached', async () => {
    const { see, panel, user, network } = await seatPanel({ isUp: false })
    await panel.call('entry', 'back')
    expect((await see.findByRole('alert')).textContent).toContain('The answers could not be loaded.')
    network.isUp = true
    await user.click(see.getByRole('button', { name: 'Try again' }))
    expect(await see.findByText('Print the label and put it on the box.')).toBeTruthy()
  })

  it('opens the message to a person with words to begin with', async () => {
    const { see, panel } = await seatPanel()
    await panel.call('ask', { text: 'Where is order 4711?' })
    // The chat is a download of its own.
    const field = await see.findByRole('textbox', { name: 'Your message' })
    await waitFor(() => expect(field).toHaveProperty('value', 'Where is order 4711?'))
    sessionStorage.clear()
  })

  it('hints once at a call that is none', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    onTestFinished(() => warn.mockRestore())
    const { panel, see } = await seatPanel()
    await panel.call('explode', 1)
    await panel.call('explode', 2)
    await panel.call('toString')
    expect(warn.mock.calls.flat().map((words) => words.split(';')[0])).toEqual([
      "Deskbell('explode') is no call",
      "Deskbell('toString') is no call",
    ])
    expect(see.queryByRole('dialog')).toBeNull()
  })

  it('says all in another language, where the visitor was', async () => {
    const { panel, see, seat, type, field } = await openPanel()
    await type('broken')
    await panel.call('locale', 'de-AT')
    const german = await see.findByRole('combobox', { name: 'Antworten durchsuchen' })
    expect(german).toHaveProperty('value', 'broken')
    expect(see.getAllByRole('dialog')).toHaveLength(1)
    expect(seat.frame.lang).toBe('de')
    expect(see.getByRole('button', { name: 'Hilfe schließen' })).toBe(seat.button)
    await panel.call('locale', 'ar')
    await waitFor(() => expect(seat.frame.dir).toBe('rtl'))
    await panel.call('locale', 'en')
    await see.findByRole('button', { name: 'Close help' })
    expect(field().value).toBe('broken')
  })

  it('keeps its language where it has no words for another, and its closed panel closed', async () => {
    const { panel, see, seat } = await seatPanel()
    await panel.call('locale', 'tlh')
    expect(see.getByRole('button', { name: 'Help' })).toBeTruthy()
    await panel.call('locale', 'de')
    expect(see.getByRole('button', { name: 'Hilfe' })).toBe(seat.button)
    expect(see.queryByRole('dialog')).toBeNull()
  })

  it('makes calls in their order, those that follow a change of language too', async () => {
    const { panel, see } = await seatPanel()
    await Promise.all([panel.call('locale', 'de'), panel.call('locale', 'en'), panel.call('search', 'broken')])
    expect(await see.findByRole('combobox', { name: 'Search the answers' })).toHaveProperty('value', 'broken')
    expect(see.getAllByRole('dialog')).toHaveLength(1)
  })

  it('takes along what was written to a person', async () => {
    const { panel, see } = await seatPanel()
    await panel.call('ask', { text: 'Where is order 4711?' })
    await see.findByRole('textbox', { name: 'Your message' })
    await panel.call('locale', 'de')
    const field = await see.findByRole('textbox', { name: 'Ihre Nachricht' })
    await waitFor(() => expect(field).toHaveProperty('value', 'Where is order 4711?'))
    sessionStorage.clear()
  })

  it('leaves the page, and keeps later calls for another script', async () => {
    keepGlobal()
    const { panel, root } = await openPanel()
    await panel.call('shutdown')
    expect(root.host.isConnected).toBe(false)
    const { Deskbell } = window as unknown as { Deskbell: { (...call: unknown[]): void; q: unknown[] } }
    Deskbell('open')
    expect(Deskbell.q).toEqual([['open']])
  })
})

describe('what the page hears', () => {
  it('is counts, ids and the language, and no words', async () => {
    const heard: unknown[] = []
    const { panel, seat, see, user, type } = await openPanel()
    for (const event of ['searched', 'entryOpened', 'helped'])
      seat.heard.push([event, (details: unknown) => heard.push([event, details])])
    // Whoever listens late is seen with what happens next.
    await user.keyboard('{Escape}')
    panel.open()
    await type('broken')
    await waitFor(() => expect(heard).toEqual([['searched', { locale: 'en', found: 2 }]]))
    await user.click(see.getAllByRole('option')[0] as HTMLElement)
    await user.click(await see.findByRole('button', { name: 'Yes' }))
    expect(heard.slice(1)).toEqual([
      ['entryOpened', { locale: 'en', id: 'back' }],
      ['helped', { locale: 'en', id: 'back', helped: true }],
    ])
  })

  it('is what the visitor wrote for those alone that ask for it', async () => {
    const [bare, whole, almost] = [vi.fn(), vi.fn(), vi.fn()]
    const { panel, seat, type } = await openPanel()
    seat.heard.push(['searched', bare], ['searched', whole, { texts: true }], ['searched', almost, { texts: 'no' }])
    panel.close()
    panel.open()
    await type('broken')
    await waitFor(() => expect(whole).toHaveBeenCalledExactlyOnceWith({ locale: 'en', found: 2, query: 'broken' }))
    expect(bare).toHaveBeenCalledExactlyOnceWith({ locale: 'en', found: 2 })
    expect(almost).toHaveBeenCalledExactlyOnceWith({ locale: 'en', found: 2 })
  })

  it('is no entry or search again that is there in another language', async () => {
    const heard: unknown[] = []
    const { panel, seat, see, user, network } = await seatPanel()
    seat.heard.push(['entryOpened', ({ id }: { id: string }) => heard.push(id)])
    seat.heard.push(['searched', ({ query }: { query: string }) => heard.push(query), { texts: true }])
    await panel.call('entry', 'back')
    await waitFor(() => expect(heard).toEqual(['back']))
    await panel.call('locale', 'de')
    await see.findByRole('button', { name: 'Hilfe schließen' })
    await panel.search('xylophon')
    await waitFor(() => expect(heard).toEqual(['back', 'xylophon']), { timeout: 5_000 })
    await panel.call('locale', 'en')
    // What finds nothing each panel tells the relay once it is settled, as it would the page.
    const nothing = () => network.told.filter((one) => (one as { kind: string }).kind === 'nothing-found')
    await waitFor(() => expect(nothing()).toHaveLength(2), { timeout: 5_000 })
    expect(heard).toEqual(['back', 'xylophon'])
    await user.click(await see.findByRole('button', { name: 'Back' }))
    await panel.call('entry', 'back')
    await waitFor(() => expect(heard).toEqual(['back', 'xylophon', 'back']))
  })

  it('goes on where one listener throws or is none', async () => {
    const report = vi.fn()
    vi.stubGlobal('reportError', report)
    const heard = vi.fn()
    const { panel, seat } = await seatPanel()
    const fail = () => {
      throw new Error('the page’s own')
    }
    seat.heard.push(['entryOpened', fail], ['entryOpened', 'nothing'], ['entryOpened', heard])
    await panel.call('entry', 'back')
    await waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ locale: 'en', id: 'back' }))
    expect(report).toHaveBeenCalledOnce()
  })
})
