import type { Answer } from '@deskbell/client/http'
import { createModel } from '@preact/signals'
import { cleanup, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { createFormDraft } from '../src/models/form-draft.ts'
import { DraftForm } from '../src/pages/form-page.tsx'
import { t } from './kit/english.ts'

interface Site {
  name: string
  phone?: string
}

afterEach(cleanup)

/** A form of a document that the relay keeps, which others save too. */
function open(kept: string | null = null) {
  const relay = { site: { name: 'Holm', phone: '1' } as Site, version: 'v1', saved: [] as unknown[] }
  const shelf = {
    kept,
    read: () => shelf.kept,
    write(draft: string | null) {
      shelf.kept = draft
    },
  }
  const answer = (): Answer<Site> => ({ ok: true, value: relay.site, version: relay.version })
  const Model = createModel(() =>
    createFormDraft<Site, Site>({
      shelf,
      load: async () => answer(),
      async send(body, version) {
        relay.saved.push(body)
        if (version !== relay.version) return { ok: false, refusal: 'changed-meanwhile', detail: 'Boris' }
        save(body as Site)
        return answer()
      },
      read: (site) => site,
      mayGo: () => true,
    }),
  )
  function save(site: Site): void {
    relay.site = site
    relay.version += '+'
  }
  return { form: new Model(), shelf, relay, save }
}

it('stops saving once over what a colleague saved, and then changes only what was changed here', async () => {
  const { form, relay, save } = open()
  await form.load()
  save({ name: 'Holm', phone: '2' })
  form.change({ name: 'Kiln', phone: '1' })
  await form.save()
  expect(relay.site).toEqual({ name: 'Holm', phone: '2' })
  expect(form.overtaken.value).toMatchObject({ by: 'Boris', parts: ['phone'] })
  expect([form.draft.value, form.state.value, form.trouble.value]).toEqual([
    { name: 'Kiln', phone: '1' },
    'ready',
    undefined,
  ])
  await form.save()
  expect(relay.site).toEqual({ name: 'Kiln', phone: '2' })
  expect([form.overtaken.value, form.state.value]).toEqual([undefined, 'saved'])
  form[Symbol.dispose]()
})

it('takes theirs', async () => {
  const { form, save } = open()
  await form.load()
  save({ name: 'Pottery' })
  form.change({ name: 'Kiln' })
  await form.save()
  form.discard()
  expect([form.draft.value, form.isChanged.value, form.overtaken.value]).toEqual([
    { name: 'Pottery' },
    false,
    undefined,
  ])
  form[Symbol.dispose]()
})

it('remembers over a reload what a draft was begun with', async () => {
  const before = open()
  await before.form.load()
  before.form.change({ name: 'Kiln', phone: '1' })
  const { form, save } = open(before.shelf.kept)
  save({ name: 'Holm', phone: '2' })
  await form.load()
  expect(form.draft.value).toEqual({ name: 'Kiln', phone: '1' })
  await form.save()
  expect(form.overtaken.value).toMatchObject({ parts: ['phone'] })
  before.form[Symbol.dispose]()
  form[Symbol.dispose]()
})

it('says who saved what, and lets the same two buttons choose', async () => {
  const { form, relay, save } = open()
  await form.load()
  save({ name: 'Holm', phone: '2' })
  form.change({ name: 'Kiln', phone: '1' })
  const user = userEvent.setup()
  render(
    <DraftForm t={t} label="Site" form={form} partName={(part) => (part === 'phone' ? 'Phone' : undefined)}>
      <span />
    </DraftForm>,
  )
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Boris has saved this since you opened it. Different now: Phone. What you wrote is still here. Saved anyway, it replaces only what you have changed.',
  )
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save mine anyway' }))
  expect(screen.getByRole('button', { name: 'Take what is saved' })).toBeTruthy()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(relay.site).toEqual({ name: 'Kiln', phone: '2' })
})
