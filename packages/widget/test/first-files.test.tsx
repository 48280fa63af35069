import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { openChat } from './kit/panel.tsx'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

const receipt = new File(['one;two'], 'receipt.csv', { type: 'text/csv' })
const film = new File(['a film'], 'film.mp4', { type: 'video/mp4' })

/** What goes up by HTTP; each is accepted once it is asked to be. */
function watchUploads() {
  const uploads: { name: string | null; accept: () => void }[] = []
  class Request {
    upload = {}
    status = 200
    responseText = ''
    onload = () => undefined
    #name: string | null = null
    open(_method: string, url: URL) {
      this.#name = url.searchParams.get('name')
    }
    setRequestHeader() {}
    abort() {}
    send(file: File) {
      const accept = () => {
        this.responseText = JSON.stringify({ id: 'f1', name: file.name, bytes: file.size, type: file.type })
        this.onload()
      }
      uploads.push({ name: this.#name, accept })
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  onTestFinished(() => void vi.unstubAllGlobals())
  return uploads
}

function choose(...files: File[]): void {
  const input = document.querySelector('input[type=file]') as HTMLInputElement
  Object.defineProperty(input, 'files', { value: files, configurable: true })
  fireEvent.change(input)
}

it('sends what was chosen beside the first message once the conversation has begun, and nothing before', async () => {
  const uploads = watchUploads()
  const { relay, user } = await openChat()
  choose(receipt)
  await screen.findByText('receipt.csv')
  await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'Is this right?')
  expect([uploads, relay.asked]).toEqual([[], []])
  await user.click(screen.getByRole('button', { name: /^Send to / }))
  await waitFor(() => expect(uploads.map(({ name }) => name)).toEqual(['receipt.csv']))
  expect(relay.texts()).toEqual(['Is this right?'])
  expect(screen.getByText('Sending 0%')).toBeTruthy()
  uploads[0]?.accept()
  const said = () => relay.asked.filter(({ event }) => event === 'message:send')
  await waitFor(() => expect(said()).toMatchObject([{ payload: { files: ['f1'] } }]))
})

it('says of what is held above the panel that it goes with the message, and later that it is sent', async () => {
  const panel = document.body
  panel.className = 'panel'
  onTestFinished(() => panel.removeAttribute('class'))
  const { user, relay } = await openChat()
  const hint = () => {
    const event = Object.assign(new Event('dragover'), { dataTransfer: { types: ['Files'] } })
    panel.ondragover?.(event as unknown as DragEvent)
    return panel.dataset.drop
  }
  expect(hint()).toBe('Drop it here to send it with your message')
  await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'Is this right?')
  await user.click(screen.getByRole('button', { name: /^Send to / }))
  relay.annaJoins()
  await screen.findByLabelText('Write to Anna')
  expect(hint()).toBe('Drop it here to send it')
})

it('holds it while the relay can’t be reached', async () => {
  const uploads = watchUploads()
  const { relay, user } = await openChat()
  relay.goDown()
  choose(receipt)
  await user.type(screen.getByRole('textbox', { name: 'Your message' }), 'Is this right?')
  await user.click(screen.getByRole('button', { name: /^Send to / }))
  await screen.findByText('Sending 0%')
  expect(uploads).toEqual([])
  relay.comeUp()
  await waitFor(() => expect(uploads).toHaveLength(1))
})

it('says at once what can’t be sent, and takes a file back', async () => {
  const uploads = watchUploads()
  const { user, chat } = await openChat()
  choose(film, receipt)
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Only pictures/)
  await user.click(screen.getByRole('button', { name: 'Cancel sending film.mp4' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Your message' }))
  expect(chat.chosen.value).toEqual([receipt])
  expect(uploads).toEqual([])
})

it('goes along with a question that is left for later, too', async () => {
  const uploads = watchUploads()
  const { user } = await openChat({ desk: { people: [] } })
  const text = await screen.findByRole('textbox', { name: 'Your question' })
  choose(receipt)
  await screen.findByText('receipt.csv')
  await user.type(text, 'Is this right?')
  expect(uploads).toEqual([])
  await user.click(screen.getByRole('button', { name: /^Leave|^Send/ }))
  await waitFor(() => expect(uploads).toHaveLength(1))
})
