// The calls that few pages make: a download of its own.
import type { CalledPage } from './called-page.ts'

export { report } from './reports.ts'

const calls: Readonly<Record<string, (page: CalledPage, given: unknown) => void>> = {
  search({ parts }, text) {
    parts.context.isOpen.value = true
    parts.finding.type(String(text ?? ''))
  },
  entry({ parts }, id) {
    parts.context.navigation.go({ name: 'entry', id: String(id) })
    parts.context.isOpen.value = true
  },
  ask(page, given) {
    page.parts.context.navigation.go({ name: 'person' })
    page.parts.context.isOpen.value = true
    page.chat.load()
    beginWith(page, textOf(given))
  },
  shutdown,
}

/** Makes a call that the panel does not know by itself. A name that is no call gives a hint on the console, once. */
export function call(page: CalledPage, name: string, given: unknown): void {
  const made = Object.hasOwn(calls, name) ? calls[name] : undefined
  if (made) made(page, given)
  else hint(name)
}

const hinted = new Set<string>()

function hint(name: string): void {
  if (hinted.has(name)) return
  hinted.add(name)
  console.warn(`Deskbell('${name}') is no call; there are open, close, search, entry, ask, identify, on, shutdown`)
}

function textOf(given: unknown): string {
  const text = typeof given === 'object' && given !== null && 'text' in given ? given.text : given
  return typeof text === 'string' ? text : ''
}

/** Words to begin with, once the chat is there. What somebody has typed stays. */
function beginWith({ chat }: CalledPage, text: string): void {
  if (text === '') return
  let isWritten = false
  chat.state.subscribe((value) => {
    if (isWritten || value.kind !== 'ready') return
    isWritten = true
    const { draft } = value.started.model
    if (draft.text.peek().trim() === '') draft.write(text, text.length)
  })
}

/** The widget leaves the page, and its connection ends; what the browser keeps stays. Later calls wait for another script. */
function shutdown({ seat, parts, chat }: CalledPage): void {
  parts.context.isOpen.value = false
  const { value } = chat.state
  if (value.kind === 'ready') value.started.model.close()
  seat.root.host.remove()
  const q: unknown[] = []
  const wait = (...given: unknown[]) => void q.push(given)
  Object.assign(window, { Deskbell: Object.assign(wait, { q }) })
}
