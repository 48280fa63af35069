import { act, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { LanguageContext } from '../src/language-context.ts'
import { LanguageModel } from '../src/models/language.ts'
import { SetUpNeeded } from '../src/pages/set-up-needed.tsx'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const browserAsksFor = (...locales: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(locales)

function Way({ language }: { language: InstanceType<typeof LanguageModel> }) {
  return (
    <LanguageContext.Provider value={language}>
      <SetUpNeeded t={language.spoken.value.t} onLookAgain={vi.fn()} />
    </LanguageContext.Provider>
  )
}

it('begins with what the browser asks for first', async () => {
  browserAsksFor('sv', 'de-AT', 'fr')
  const language = new LanguageModel(memoryKeep())
  await language.begin()
  expect(language.spoken.value.locale).toBe('de')
  expect(language.spoken.value.t('signIn.submit')).toBe('Anmelden')
})

it('is chosen on every page before sign-in, and remembered by the browser', async () => {
  browserAsksFor('en')
  const keep = memoryKeep()
  const language = new LanguageModel(keep)
  await language.begin()
  render(<Way language={language} />)
  expect(screen.getByRole('button', { name: 'Look again' })).toBeTruthy()
  await userEvent.selectOptions(screen.getByLabelText('Language of the inbox'), 'Deutsch')
  expect(await screen.findByLabelText('Sprache der Inbox')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Look again' })).toBeNull()
  const again = new LanguageModel(keep)
  await again.begin()
  expect(again.spoken.value.locale).toBe('de')
})

it('is what was chosen last, whichever words come first', async () => {
  const language = new LanguageModel(memoryKeep())
  await Promise.all([language.speak('de'), language.speak('en')])
  expect(language.spoken.value.locale).toBe('en')
})

it('changes at once under the account, which keeps it', async () => {
  const { user, asked } = await openInbox({
    now: Date.now(),
    at: '#account',
    routes: { 'PUT /api/locale': { body: null } },
  })
  await user.selectOptions(screen.getByLabelText('Language of the inbox'), 'Deutsch')
  expect(await screen.findByRole('heading', { name: 'Ihr Konto' })).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/locale')).toEqual({ locale: 'de' })
  await vi.waitFor(() => expect(document.title).toContain('Ihr Konto'), 20_000)
})

it('says so where the account does not keep it', async () => {
  const { user } = await openInbox({ now: Date.now(), at: '#account', routes: { 'GET /api/sessions': { body: [] } } })
  await user.selectOptions(screen.getByLabelText('Language of the inbox'), 'Deutsch')
  expect(await screen.findByText(/^Der Deskbell-Server antwortet nicht/)).toBeTruthy()
})

it('keeps what stands in a form', async () => {
  const { user, language } = await openInbox({ now: Date.now(), at: '#account' })
  await user.type(screen.getByLabelText('Current password'), 'the old sentence')
  await act(async () => {
    await language.speak('de')
  })
  expect(screen.getByDisplayValue('the old sentence')).toBeTruthy()
})
