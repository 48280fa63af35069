import { waitFor } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { openPanel, seatPanel } from './kit/open-panel.ts'

describe('the panel', () => {
  it('asks nothing before it is opened', async () => {
    const { network, see } = await seatPanel()
    expect(network.asked).toEqual([])
    expect(see.getByRole('button', { name: 'Help' }).getAttribute('aria-expanded')).toBe('false')
  })

  it('stores nothing when it opens', async () => {
    const { network } = await openPanel()
    expect(network.asked).toEqual(expect.arrayContaining(['GET /api/entries', 'GET /api/desk']))
    expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, ''])
  })

  it('closes by Escape and gives focus back to the launcher', async () => {
    const { see, user, root } = await openPanel()
    expect(see.getByRole('button', { name: 'Close help' }).getAttribute('aria-expanded')).toBe('true')
    await user.keyboard('{Escape}')
    expect(root.activeElement).toBe(see.getByRole('button', { name: 'Help' }))
  })

  it.each([
    ['Files', true],
    ['text/plain', false],
  ])('opens no dropped file in place of the page, where nothing takes it: %s', async (type, isLeft) => {
    const { field } = await openPanel()
    const event = new Event('drop', { bubbles: true, cancelable: true })
    Object.assign(event, { dataTransfer: { types: [type] } })
    field().dispatchEvent(event)
    expect(event.defaultPrevented).toBe(isLeft)
  })

  it('leaves no Escape to what the browser would close by it', async () => {
    const { field } = await openPanel()
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true })
    field().dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
  })

  it('closes by Escape at the launcher too', async () => {
    const { see, user } = await openPanel()
    see.getByRole('button', { name: 'Close help' }).focus()
    await user.keyboard('{Escape}')
    expect(see.getByRole('button', { name: 'Help' }).getAttribute('aria-expanded')).toBe('false')
  })

  it('is as it was left when it opens again', async () => {
    const { see, user, panel, type, field } = await openPanel()
    await type('broken')
    await user.keyboard('{Escape}')
    panel.open()
    expect(field().value).toBe('broken')
    expect(see.getAllByRole('option')).toHaveLength(2)
  })

  it('begins another view at its top, and comes back to where the last one was left', async () => {
    const { see, root, type, user } = await openPanel()
    const body = root.querySelector('.panel-body') as HTMLElement
    body.scrollTop = 120
    body.dispatchEvent(new Event('scroll'))
    await type('broken')
    await waitFor(() => expect(body.scrollTop).toBe(0))
    await user.click(see.getByRole('button', { name: 'Clear the search' }))
    await waitFor(() => expect(body.scrollTop).toBe(120))
  })

  it('opens with the words a page gives it', async () => {
    const { see, panel } = await seatPanel()
    await panel.search('broken plate')
    expect(await see.findByText('2 answers')).toBeTruthy()
    expect(see.getByRole('combobox')).toHaveProperty('value', 'broken plate')
  })

  it('asks for a reload where the relay is newer', async () => {
    const { see, network } = await openPanel()
    network.desk = { ...network.desk, protocol: 2 }
    dispatchEvent(new Event('online'))
    expect(await see.findByText('There is a newer version. Please reload the page.')).toBeTruthy()
  })
})

describe('the way to a person', () => {
  it('names who is there and how long it takes', async () => {
    const { see } = await openPanel()
    const foot = await see.findByRole('button', { name: /Ask Anna or Boris/ })
    expect(foot.textContent).toContain('They answer in about 2 minutes')
  })

  it('becomes a question when the last of them leaves', async () => {
    const { see, network } = await openPanel()
    network.desk = { ...network.desk, people: [], next: { position: 1, wait: 'unknown', reason: 'nobody-on-duty' } }
    dispatchEvent(new Event('online'))
    const foot = await see.findByRole('button', { name: /Leave a question/ })
    expect(foot.textContent).toContain('Nobody is here right now.')
  })

  it('puts the caret into the form of a question once that has come', async () => {
    const { see, network, root, user } = await openPanel()
    network.desk = { ...network.desk, people: [], next: { position: 1, wait: 'unknown', reason: 'nobody-on-duty' } }
    dispatchEvent(new Event('online'))
    await user.click(await see.findByRole('button', { name: /Leave a question/ }))
    await see.findByRole('button', { name: 'Send the question' })
    await waitFor(() => expect(root.activeElement?.localName).toBe('textarea'))
  })

  it('says when somebody is back, in the visitor’s own time', async () => {
    const { see, network } = await openPanel()
    const later = new Date(Date.now() + 3 * 86_400_000).setHours(9, 0, 0, 0)
    const nobody = { people: [], next: { position: 1, wait: 'unknown', reason: 'nobody-on-duty' } } as const
    network.desk = { ...network.desk, ...nobody, backAt: later }
    dispatchEvent(new Event('online'))
    const foot = await see.findByRole('button', { name: /Leave a question/ })
    expect(foot.textContent).toMatch(/They are back \w+day 9:00 AM$/)
    network.desk = { ...network.desk, backAt: Date.now() - 1 }
    dispatchEvent(new Event('online'))
    await waitFor(() => expect(foot.textContent).toContain('Nobody is here right now.'))
  })

  it('says that somebody is free with the same words as the place to ask', async () => {
    const { see, network } = await openPanel()
    network.desk = {
      ...network.desk,
      next: { position: 1, wait: 'known', lowSeconds: 0, likelySeconds: 25, highSeconds: 70 },
    }
    dispatchEvent(new Event('online'))
    expect(await see.findByText('They answer right now')).toBeTruthy()
    network.desk = {
      ...network.desk,
      next: { position: 4, wait: 'known', lowSeconds: 0, likelySeconds: 15, highSeconds: 70 },
    }
    dispatchEvent(new Event('online'))
    expect(await see.findByText('They answer in less than a minute')).toBeTruthy()
  })

  it('says that there is no connection, and is there again with it', async () => {
    const { see } = await openPanel()
    dispatchEvent(new Event('offline'))
    expect(await see.findByText(/No connection just now/)).toBeTruthy()
    dispatchEvent(new Event('online'))
    await waitFor(() => see.getByRole('button', { name: /Ask Anna or Boris/ }))
  })
})
