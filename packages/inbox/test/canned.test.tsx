import type { CannedReply } from '@deskbell/protocol'
import { screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { holeIn, textFor, withName } from '../src/models/canned-text.ts'
import { anna, boris } from './kit/anna.ts'
import { ellen, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const now = Date.now()
const late: CannedReply = {
  id: 'late',
  name: 'Late parcel',
  texts: {
    en: 'Sorry, {name}. Your order {order number} is late.',
    de: 'Verzeihung, {name}. {Bestellnummer} verspätet sich.',
  },
}
const thanks: CannedReply = { id: 'thanks', name: 'Thanks', texts: { en: 'Thank you!' } }
const routes = () => ({ 'GET /api/canned-replies': { body: { replies: [thanks, late] } } })

describe('a canned text', () => {
  it('is in the visitor’s language where it is, else in English, else in what there is', () => {
    expect(textFor(late, 'de-AT').locale).toBe('de')
    expect(textFor(late, 'ja').locale).toBe('en')
    expect(textFor({ ...late, texts: { sl: 'Oprostite' } }, 'ja')).toEqual({ text: 'Oprostite', locale: 'sl' })
  })

  it('has the visitor’s name where it is known, and holes for the rest', () => {
    expect(withName('Hi { Name }, {x}', 'Ell$&en')).toBe('Hi Ell$&en, {x}')
    expect(withName('Hi {name}', undefined)).toBe('Hi {name}')
    expect(holeIn('No. {order number}!')).toEqual({ what: 'order number', start: 4, end: 18 })
    expect(holeIn('{} {\n}')).toBeUndefined()
  })
})

describe('in a conversation', () => {
  const mine = ellen(now, { status: 'assigned', operatorId: anna.id, locale: 'de' })
  const replies = { 'message:send': { ok: false, refusal: 'unreachable' } }
  const at = `#conversations/${mine.id}`
  const open = () => openInbox({ now, conversations: [mine], routes: routes(), replies, at })
  const field = () => screen.getByRole('textbox', { name: /^Reply to/ }) as HTMLTextAreaElement

  it('is found by a slash and some letters, inserted, and filled in before it is sent', async () => {
    const { relay, user } = await open()
    await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), '/')
    const popover = within(await screen.findByRole('dialog', { name: 'Insert a canned reply' }))
    await user.type(await popover.findByRole('combobox'), 'latte pa')
    await popover.findByRole('option', { name: /Late parcel/ })
    await user.keyboard('{Enter}')
    expect(field().value).toBe(`Verzeihung, ${mine.name}. {Bestellnummer} verspätet sich.`)
    expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('{Bestellnummer}')
    await user.keyboard('{Enter}')
    expect(screen.getByText(/Fill in “Bestellnummer” first/)).toBeTruthy()
    expect(requests(relay, 'message:send')).toEqual([])
    await user.keyboard('H-12{Enter}')
    await waitFor(() => expect(requests(relay, 'message:send')).toHaveLength(1))
    expect(requests(relay, 'message:send')[0]).toMatchObject({ text: `Verzeihung, ${mine.name}. H-12 verspätet sich.` })
  })

  it('leaves a slash inside a line alone', async () => {
    const { user } = await open()
    await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), '1/2')
    expect(field().value).toBe('1/2')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is sent as it stands when that is meant', async () => {
    const { relay, user } = await open()
    await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), 'Write {{a}{Enter}')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(requests(relay, 'message:send')).toHaveLength(1))
  })
})

describe('the page of canned replies', () => {
  it('adds one in two languages', async () => {
    const { asked, user } = await openInbox({ now, routes: routes(), at: '#replies' })
    await user.click(await screen.findByRole('button', { name: 'New reply' }))
    const form = within(screen.getByRole('form', { name: 'New reply' }))
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByText('Give it a name.')).toBeTruthy()
    expect(form.getByText('Write a text.')).toBeTruthy()
    await user.type(form.getByLabelText('Name'), 'Gift wrap')
    await user.type(screen.getByLabelText('Text in English'), 'Yes, for 3 euros.')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Add a language' }), 'de')
    await user.type(screen.getByLabelText('Text in German'), 'Ja, für 3 Euro.')
    const path = () => asked.find(({ method }) => method === 'PUT')?.path ?? ''
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(path()).toMatch(/^\/api\/canned-replies\/[0-9a-f-]{36}$/))
    expect(sentTo(asked, 'PUT', path())).toEqual({
      name: 'Gift wrap',
      texts: { en: 'Yes, for 3 euros.', de: 'Ja, für 3 Euro.' },
    })
    // This relay did not answer: the words stay, and it says so.
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Gift wrap')
  })

  it('changes one, and removes one until that is taken back', async () => {
    const { asked, user } = await openInbox({
      now,
      routes: { ...routes(), 'PUT /api/canned-replies/late': { body: null } },
      at: '#replies',
    })
    await user.click(await screen.findByRole('button', { name: /^Late parcel/ }))
    await user.type(screen.getByLabelText('Name'), 's')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('button', { name: /^Late parcels/ })).toBeTruthy()
    expect(sentTo(asked, 'PUT', '/api/canned-replies/late')).toMatchObject({ name: 'Late parcels' })
    await user.click(screen.getByRole('button', { name: /^Late parcels/ }))
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(screen.queryByRole('button', { name: /^Late parcels/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Undo/ }))
    expect(screen.getByRole('button', { name: /^Late parcels/ })).toBeTruthy()
  })

  it('is for reading where one is not the owner', async () => {
    const self = { ...boris, isOwner: false }
    await openInbox({ now, routes: routes(), at: '#replies', self })
    expect(await screen.findByText('Late parcel')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'New reply' })).toBeNull()
  })
})
