import type { CannedReply, KeptDraft } from '@deskbell/protocol'
import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { filledIn, gapsIn, textFor, withEdited } from '../src/models/canned-text.ts'
import { anna, boris } from './kit/anna.ts'
import { ellen, requests } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'
import { tellLocales } from './kit/tell-locales.ts'

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
  it('is in the visitor’s language where it is, else in the site’s, else in English, else in what there is', () => {
    expect(textFor(late, 'de-AT').locale).toBe('de')
    expect(textFor(late, 'ja', 'de-CH').locale).toBe('de')
    expect(textFor({ ...late, texts: { de: 'Spät.', en: 'Late.' } }, 'ja', 'fr').locale).toBe('en')
    expect(textFor({ ...late, texts: { sl: 'Oprostite' } }, 'ja')).toEqual({ text: 'Oprostite', locale: 'sl' })
  })

  it('has what is known of the visitor, and gaps for the rest', () => {
    const { text, gaps } = filledIn('Hi { Name }, {email} {order number} { }', { name: 'Ell$&en {x}' })
    expect(text).toBe('Hi Ell$&en {x}, {email} {order number} { }')
    expect(gapsIn(text, gaps).map(({ what }) => what)).toEqual(['email', 'order number'])
    expect(gapsIn('No. {order number}!', gaps)).toEqual([{ what: 'order number', start: 4, end: 18 }])
    const known = { name: 'Ellen', email: 'ellen@shop.example', reference: 'Q-7' }
    expect(filledIn('{NAME} {email} {reference}', known)).toEqual({ text: 'Ellen ellen@shop.example Q-7', gaps: {} })
  })

  it('has a gap still where something was written between its braces', () => {
    const { gaps } = filledIn('{day} {day}', {})
    const edited = withEdited(gaps, '{day} {day}', '{day} {}')
    expect(gapsIn('{day} {}', edited).map(({ what }) => what)).toEqual(['day', 'day'])
    expect(gapsIn('Tuesday {}', withEdited(edited, '{day} {}', 'Tuesday {}'))).toHaveLength(1)
    expect(withEdited(gaps, '{day} {day}', '{day} ')).toEqual(gaps)
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

  it('is inserted in the site’s language where it has none in the visitor’s', async () => {
    const { relay, user } = await openInbox({ now, conversations: [{ ...mine, locale: 'ja' }], routes: routes(), at })
    await tellLocales(relay, 'de', 'en')
    await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), '/')
    const popover = within(await screen.findByRole('dialog', { name: 'Insert a canned reply' }))
    expect((await popover.findByRole('option', { name: /Late parcel/ })).textContent).toContain('Verzeihung')
  })

  it('leaves a slash inside a line alone', async () => {
    const { user } = await open()
    await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), '1/2')
    expect(field().value).toBe('1/2')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is sent as it stands where the braces are one’s own', async () => {
    const { relay, user } = await open()
    await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), 'Write {{a}{Enter}')
    await waitFor(() => expect(requests(relay, 'message:send')).toHaveLength(1))
  })
})

describe('the gaps of a canned reply', () => {
  const visit: CannedReply = { id: 'visit', name: 'Visit', texts: { en: '{name}, we come on {day} at {hour}.' } }
  const mine = ellen(now, { status: 'assigned', operatorId: anna.id })
  const replies = { 'message:send': { ok: false, refusal: 'unreachable' } }
  const at = `#conversations/${mine.id}`
  const field = () => screen.getByRole('textbox', { name: /^Reply to/ }) as HTMLTextAreaElement
  const selected = () => field().value.slice(field().selectionStart, field().selectionEnd)

  async function inserted(keep = memoryKeep()) {
    const body = { replies: [visit] }
    const routes = { 'GET /api/canned-replies': { body } }
    const opened = await openInbox({ now, conversations: [mine], routes, replies, at, keep })
    await opened.user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), '/')
    await within(await screen.findByRole('dialog')).findByRole('option', { name: /Visit/ })
    await opened.user.keyboard('{Enter}')
    return opened
  }

  it('are never sent, however often it is tried', async () => {
    const { relay, user } = await inserted()
    expect(selected()).toBe('{day}')
    await user.keyboard('{Enter}')
    expect(screen.getByText(/Fill in “hour” first \(2 left\)/)).toBeTruthy()
    expect(selected()).toBe('{hour}')
    await user.click(screen.getByRole('button', { name: /^Send/ }))
    expect(screen.getByText(/Fill in “day” first/)).toBeTruthy()
    await user.keyboard('Friday{Enter}{Enter}{Enter}')
    expect(screen.getByText(/Fill in “hour” first \(1 left\)/)).toBeTruthy()
    expect(requests(relay, 'message:send')).toEqual([])
    await user.keyboard('nine{Enter}')
    await waitFor(() => expect(requests(relay, 'message:send')).toHaveLength(1))
    expect(requests(relay, 'message:send')[0]).toMatchObject({ text: 'Ellen, we come on Friday at nine.' })
  })

  it('are walked by Tab both ways, which leaves the field once all are filled', async () => {
    const { user } = await inserted()
    await user.keyboard('{Tab}')
    expect(selected()).toBe('{hour}')
    await user.keyboard('{Tab}')
    expect(selected()).toBe('{day}')
    await user.keyboard('{Shift>}{Tab}{/Shift}')
    expect(selected()).toBe('{hour}')
    await user.keyboard('nine{Tab}Friday')
    expect(field().value).toBe('Ellen, we come on Friday at nine.')
    await user.keyboard('{Tab}')
    expect(document.activeElement).not.toBe(field())
  })

  it('are left by Escape, and known again after a reload', async () => {
    const keep = memoryKeep()
    const { user, relay } = await inserted(keep)
    await user.keyboard('{Escape}')
    expect(document.activeElement).not.toBe(field())
    cleanup()
    const drafts = requests(relay, 'draft:set').slice(-1) as KeptDraft[]
    const again = await openInbox({ now, conversations: [mine], replies, at, keep, drafts })
    await again.user.click(await screen.findByRole('textbox', { name: /^Reply to/ }))
    await again.user.keyboard('{Enter}')
    expect(screen.getByText(/Fill in “day” first \(2 left\)/)).toBeTruthy()
    expect(requests(again.relay, 'message:send')).toEqual([])
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

  it('says which texts are missing in the languages of the site, and offers those first', async () => {
    const { relay, user } = await openInbox({ now, routes: routes(), at: '#replies' })
    await screen.findByRole('button', { name: /^Late parcel/ })
    expect(screen.queryByText(/missing/i)).toBeNull()
    await tellLocales(relay, 'en', 'sl', 'de-AT')
    expect(screen.getByText(/Texts missing in languages of your site: 3\.$/)).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Thanks.*Missing: sl, de-AT/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Late parcel.*Missing: sl/ }))
    const more = within(screen.getByRole('combobox', { name: 'Add a language' }))
    expect(more.getAllByRole('option')[1]?.textContent).toBe('Slovenian')
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
