import type { Operator, TeamMember } from '@deskbell/protocol'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { openInbox } from './kit/open-inbox.tsx'
import type { Routes } from './kit/relay-double.ts'

const now = Date.now()
const team: TeamMember[] = [
  { ...anna, picture: 'a-1', isOnDuty: true, isConnected: true, conversations: 2 },
  { ...boris, picture: 'b-2', isOnDuty: true, isConnected: true, conversations: 0 },
]
const picturesIn = (selector: string) =>
  [...(document.querySelector(selector)?.querySelectorAll('img') ?? [])].map(({ src }) => new URL(src).pathname)

it('shows colleagues, oneself and the team by picture', async () => {
  await openInbox({ now, team, at: '#team', self: team[0] as TeamMember })
  expect(picturesIn('.team-faces')).toEqual(['/pictures/b-2'])
  expect(picturesIn('.duty')).toEqual(['/pictures/a-1'])
  expect(picturesIn('.team-table')).toEqual(['/pictures/a-1', '/pictures/b-2'])
})

describe('one’s own picture', () => {
  const path = 'PUT /api/operators/b2/picture'
  const photo = () => new File(['a photo'], 'me.jpg', { type: 'image/jpeg' })
  const field = () => within(screen.getByRole('group', { name: 'Picture' }))
  const open = (routes: Routes = {}, self: Operator = boris) =>
    openInbox({ now, at: '#account', self, routes: { 'GET /api/sessions': { body: [] }, ...routes } })

  beforeEach(() => {
    const drawImage = vi.fn()
    vi.stubGlobal('createImageBitmap', async (file: File) => {
      if (file.type === 'text/plain') throw new Error('no picture')
      return { width: 400, height: 100, close: vi.fn() }
    })
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ drawImage } as never)
    vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,AA==')
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((take) =>
      take(new Blob([JSON.stringify(drawImage.mock.lastCall?.slice(1))], { type: 'image/png' })),
    )
    onTestFinished(() => void vi.restoreAllMocks())
  })

  it('is its middle, looked at before visitors see it', async () => {
    const sent: unknown[] = []
    const { user, relay, asked } = await open({ [path]: () => ({ body: { ...boris, picture: 'b-2' } }) })
    const fetched = fetch
    vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
      if (init.body instanceof Blob) sent.push(init.body.type, JSON.parse(await init.body.text()))
      return fetched(url, init)
    })
    await user.upload(input(), photo())
    expect((await field().findByAltText('As visitors will see it')).getAttribute('src')).toMatch(/^data:/)
    expect(asked.some(({ method }) => method === 'PUT')).toBe(false)
    await user.click(field().getByRole('button', { name: 'Use this picture' }))
    expect(await field().findByText('Saved. Visitors see it at once.')).toBeTruthy()
    expect(sent).toEqual(['image/png', [150, 0, 100, 100, 0, 0, 192, 192]])
    expect(field().queryByAltText('As visitors will see it')).toBeNull()
    expect(document.activeElement).toBe(field().getByRole('button', { name: 'Choose a picture' }))
    await act(async () =>
      relay.tell('team:changed', [{ ...boris, picture: 'b-2', isOnDuty: true, isConnected: true, conversations: 0 }]),
    )
    expect(picturesIn('.picture-field')).toEqual(['/pictures/b-2'])
  })

  it('is pasted or dropped as well', async () => {
    await open()
    const files = { types: ['Files'], files: [photo()] }
    fireEvent.paste(field().getByRole('button', { name: 'Choose a picture' }), { clipboardData: files })
    expect(await field().findByAltText('As visitors will see it')).toBeTruthy()
    fireEvent.click(field().getByRole('button', { name: 'Cancel' }))
    expect(field().queryByAltText('As visitors will see it')).toBeNull()
    fireEvent.drop(screen.getByRole('group', { name: 'Picture' }), { dataTransfer: files })
    expect(await field().findByAltText('As visitors will see it')).toBeTruthy()
  })

  it('is no other file, and says so', async () => {
    await open()
    const words = new File(['words'], 'me.txt', { type: 'text/plain' })
    fireEvent.drop(screen.getByRole('group', { name: 'Picture' }), {
      dataTransfer: { types: ['Files'], files: [words] },
    })
    expect(await field().findByText('This file is no picture that can be used.')).toBeTruthy()
    expect(field().queryByRole('button', { name: 'Use this picture' })).toBeNull()
  })

  it('that could not be kept stays to be looked at, and why is said', async () => {
    const { user } = await open({ [path]: { status: 503, body: { refusal: 'storage-failed' } } })
    await user.upload(input(), photo())
    await user.click(await field().findByRole('button', { name: 'Use this picture' }))
    await waitFor(() => expect(field().getByRole('alert').textContent).not.toBe(''))
    expect(field().getByAltText('As visitors will see it')).toBeTruthy()
  })

  it('is saved once, though another one that was chosen is read meanwhile', async () => {
    const { user } = await open({ [path]: { body: { ...boris, picture: 'b-2' } } })
    const fetched = fetch
    let save = () => {}
    let read = () => {}
    const saving = new Promise<void>((resolve) => {
      save = resolve
    })
    const reading = new Promise<void>((resolve) => {
      read = resolve
    })
    const put = vi.fn()
    vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
      put(request[1]?.method)
      await saving
      return fetched(...request)
    })
    await user.upload(input(), photo())
    await field().findByAltText('As visitors will see it')
    const readAtOnce = createImageBitmap
    vi.stubGlobal('createImageBitmap', async (file: File) => {
      await reading
      return readAtOnce(file)
    })
    await user.upload(input(), photo())
    await user.click(field().getByRole('button', { name: 'Use this picture' }))
    await act(async () => read())
    await user.click(field().getByRole('button', { name: 'Use this picture' }))
    save()
    expect(await field().findByText('Saved. Visitors see it at once.')).toBeTruthy()
    expect(put.mock.calls).toEqual([['PUT']])
  })

  it('is taken away again', async () => {
    const routes: Routes = { 'DELETE /api/operators/b2/picture': { body: boris } }
    const { user, asked } = await open(routes, { ...boris, picture: 'b-2' })
    await user.click(field().getByRole('button', { name: 'Remove the picture' }))
    expect(await field().findByText('Saved. Visitors see it at once.')).toBeTruthy()
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/operators/b2/picture' })
  })

  it('is an owner’s to change for a colleague', async () => {
    await openInbox({ now, team, at: '#team/b2', self: anna })
    await screen.findByRole('heading', { name: 'Boris' })
    expect(picturesIn('.picture-field')).toEqual(['/pictures/b-2'])
    expect(field().getByRole('button', { name: 'Remove the picture' })).toBeTruthy()
  })

  function input(): HTMLInputElement {
    return document.querySelector('.picture-field input') as HTMLInputElement
  }
})
