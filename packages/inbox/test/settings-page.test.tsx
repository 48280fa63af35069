import { cleanup, screen, within } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { memberOf } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, sentTo } from './kit/relay-double.ts'
import { settings as stored } from './kit/settings.ts'
import { tellLocales } from './kit/tell-locales.ts'

beforeEach(() => sessionStorage.clear())

const team = [memberOf(anna), memberOf(boris)]

async function open(body = stored) {
  const routes: Routes = { 'GET /api/settings': { body }, 'PUT /api/settings': (body) => ({ body }) }
  return openInbox({ now: Date.now(), at: '#settings', routes, team })
}

const name = () => screen.findByLabelText<HTMLInputElement>('What it is called')

it('saves what was changed and says so', async () => {
  const { user, asked } = await open()
  await user.type(await name(), ' Bergen')
  await user.type(screen.getByLabelText('Phone'), '+47 55 01 20 40')
  await user.clear(screen.getByLabelText('E-mail'))
  await user.click(screen.getByLabelText('Start of the line'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const changed = { siteName: 'Holm Ceramics Bergen', contact: { phone: '+47 55 01 20 40' }, position: 'start' }
  expect(sentTo(asked, 'PUT', '/api/settings')).toEqual({ ...stored, ...changed })
})

it('takes the languages of the entries for those of the site until others are named', async () => {
  const { user, relay, asked } = await open()
  const group = within(await screen.findByRole('group', { name: 'Languages of your site' }))
  const ticked = () =>
    group.getAllByRole<HTMLInputElement>('checkbox', { checked: true }).map(({ labels }) => labels?.[0]?.textContent)
  expect(ticked()).toEqual(['English'])
  await tellLocales(relay, 'en', 'pl')
  expect(ticked()).toEqual(['English', 'Polski Polish'])
  expect(group.getByRole<HTMLInputElement>('checkbox', { name: 'English' }).disabled).toBe(true)
  await user.click(group.getByRole('checkbox', { name: /^Deutsch/ }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toMatchObject({ locales: ['en', 'pl', 'de'] })
})

it('shows the owner’s own greeting in its picture of the widget', async () => {
  const words = { en: { greeting: 'Ahoy.' }, de: { greeting: 'Moin.' } }
  const routes: Routes = { 'GET /api/settings': { body: stored }, 'GET /api/words': { body: { words, topics: [] } } }
  await openInbox({ now: Date.now(), at: '#settings', routes, team })
  const preview = within(await screen.findByRole('img', { name: 'Preview of the widget' }))
  expect(await preview.findByText('Ahoy.')).toBeTruthy()
})

it('saves labels, none of them too long', async () => {
  const { user, asked } = await open()
  const field = await screen.findByLabelText('Labels')
  await user.type(field, `${'x'.repeat(41)},Gifts{Enter}`)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('A label has at most 40 characters.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toBeUndefined()
  await user.click(screen.getByRole('button', { name: /^Take away the label x/ }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toMatchObject({ labels: ['Warranty', 'Gifts'] })
})

it('keeps unsaved changes while Anna looks elsewhere, and says so', async () => {
  const { user } = await open()
  await user.type(await name(), ' Bergen')
  cleanup()
  await open()
  expect((await name()).value).toBe('Holm Ceramics Bergen')
  expect(screen.getByText('Not saved yet. Your changes are kept in this tab.')).toBeTruthy()
})

it('goes back to what is saved when changes are discarded', async () => {
  const { user } = await open()
  await user.type(await name(), ' Bergen')
  await user.click(screen.getByRole('button', { name: 'Remove https://holm.example' }))
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect((await name()).value).toBe('Holm Ceramics')
  expect(screen.getByRole('button', { name: 'Remove https://holm.example' })).toBeTruthy()
  expect(screen.getByText('All is saved.')).toBeTruthy()
})

it('saves what visitors are asked for, and takes it back', async () => {
  const { user, asked } = await open()
  await name()
  const about = (label: string) => within(screen.getByRole('radiogroup', { name: label }))
  const ofName = about('Ask for the name')
  expect(ofName.getByLabelText('No')).toHaveProperty('checked', true)
  await user.click(ofName.getByLabelText('Yes, it is needed'))
  await user.click(about('Ask for the e-mail address').getByLabelText('Yes, it may be left out'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const asksFor = { name: 'required', email: 'optional' }
  expect(sentTo(asked, 'PUT', '/api/settings')).toEqual({ ...stored, asksFor })
  await user.click(ofName.getByLabelText('No'))
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(ofName.getByLabelText('Yes, it is needed')).toHaveProperty('checked', true)
})

it('tells what is wrong instead of saving it', async () => {
  const { user, asked } = await open()
  await user.clear(await name())
  const accent = screen.getByLabelText('Your colour')
  await user.clear(accent)
  await user.type(accent, 'teal')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Write the name of your site.')).toBeTruthy()
  expect(screen.getByText(/Six digits/)).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toBeUndefined()
})

it('keeps the colour of the preview while another one is half typed', async () => {
  const { user } = await open()
  await name()
  const accent = screen.getByLabelText('Your colour')
  await user.clear(accent)
  await user.type(accent, '#ffe0')
  const preview = screen.getByRole('img', { name: 'Preview of the widget' })
  expect(preview.style.getPropertyValue('--deskbell-accent')).toBe(stored.accent)
})

it('saves the looks, and shows them before', async () => {
  const { user, asked } = await open()
  await name()
  const preview = screen.getByRole('img', { name: 'Preview of the widget' })
  await user.click(screen.getByLabelText('Dark'))
  await user.click(screen.getByLabelText('Bell and words'))
  expect(await within(preview).findByText('Help')).toBeTruthy()
  await user.click(screen.getByLabelText('Names only'))
  await user.type(screen.getByLabelText('From the bottom'), '88')
  expect(preview.dataset.theme).toBe('dark')
  expect(preview.style.getPropertyValue('--deskbell-bottom')).toBe('88px')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const changed = { theme: 'dark', launcher: 'text', hasAvatars: false, distance: { bottom: 88 } }
  expect(sentTo(asked, 'PUT', '/api/settings')).toEqual({ ...stored, ...changed })
})

it('asks for a distance the button can have', async () => {
  const { user, asked } = await open()
  await name()
  const side = screen.getByLabelText('From the side')
  await user.type(side, '900')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('A whole number from 0 to 200.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toBeUndefined()
  await user.clear(side)
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(screen.getByText('All is saved.')).toBeTruthy()
})

it('saves how visitors come to an operator and when the form is offered first', async () => {
  const { user, asked } = await open()
  await name()
  await user.click(screen.getByLabelText('Taken from the line'))
  await user.type(screen.getByLabelText('Longest line'), '12')
  const wait = screen.getByLabelText('Longest wait')
  await user.clear(wait)
  await user.type(wait, '20')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const line = { maximumLength: 12, maximumWaitMinutes: 20 }
  expect(sentTo(asked, 'PUT', '/api/settings')).toEqual({ ...stored, routing: 'by-hand', line })
})

it('takes an empty longest line for none, and no other empty number', async () => {
  const { user, asked } = await open()
  await name()
  await user.type(screen.getByLabelText('Longest line'), '5')
  await user.clear(screen.getByLabelText('Longest line'))
  await user.clear(screen.getByLabelText('Longest wait'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('A whole number from 1 to 1,440.')).toBeTruthy()
  expect(screen.getByLabelText('Longest line').getAttribute('aria-invalid')).toBeNull()
  expect(sentTo(asked, 'PUT', '/api/settings')).toBeUndefined()
})

it('saves topics without those left empty', async () => {
  const { user, asked } = await open()
  await name()
  await user.click(screen.getByRole('button', { name: 'Add a topic' }))
  await user.click(screen.getByRole('button', { name: 'Add a topic' }))
  const added = screen.getByRole('group', { name: 'Topic 2' })
  await user.type(within(added).getByLabelText('Id in data-topic'), 'wholesale')
  await user.type(within(added).getByLabelText('Name'), 'For shops')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const sent = sentTo(asked, 'PUT', '/api/settings') as typeof stored
  expect(sent.topics).toEqual([...stored.topics, { id: 'wholesale', name: 'For shops' }])
})

it('tells which topic is wrong', async () => {
  const { user, asked } = await open()
  await name()
  await user.click(screen.getByRole('button', { name: 'Add a topic' }))
  await user.type(within(screen.getByRole('group', { name: 'Topic 2' })).getByLabelText('Id in data-topic'), 'returns')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Another topic has the id returns.')).toBeTruthy()
  expect(screen.getByText('Write what this topic is called.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toBeUndefined()
})

it('says beside a topic and the language that nobody on the team has them', async () => {
  const { user } = await open()
  await name()
  expect(screen.queryByText(/Nobody on the team/)).toBeNull()
  const skill = screen.getByLabelText('Skill it needs')
  await user.clear(skill)
  await user.type(skill, 'Repairs')
  expect(screen.getByText(/Nobody on the team has the skill “Repairs”/)).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('First language'), 'pl')
  expect(screen.getByText(/Nobody on the team speaks Polski/)).toBeTruthy()
})
