import type { OperatorConnection } from '@deskbell/client/socket'
import { type ConversationId, cleanText, type KeptDraft, limits } from '@deskbell/protocol'
import { effect, type ReadonlySignal } from '@preact/signals'
import { type Gaps, gapsIn } from './canned-text.ts'

/** How long after the last key the relay is told, in ms. */
const restsFor = 1_000

type Kind = KeptDraft['kind']

interface Here {
  drafts: ReadonlySignal<Readonly<Record<string, string>>>
  gapsOf(id: ConversationId): Gaps
  set(id: ConversationId, kind: Kind, text: string): void
  gap(id: ConversationId, gaps: Gaps): void
  put(name: string, text: string): void
  forget(id: ConversationId): void
}

/**
 * Keeps the relay's drafts like those here. What comes from another device is shown where nothing was written here since the
 * relay last had it (`told-…`); else what is here is told, and is the newest.
 */
export function syncDrafts(connection: Pick<OperatorConnection, 'on' | 'request'>, here: Here) {
  const textOf = (name: string) => here.drafts.peek()[name] ?? ''
  const written = (name: string) => cleanText(textOf(name))
  const isTouched = (name: string) => written(name) !== textOf(`told-${name}`)
  const names = () => namesIn(here.drafts.peek())
  const underway = new Set<string>()
  const tellSoon = resting(tellNow)

  effect(() => connection.on('draft:changed', hear))
  effect(() =>
    connection.on('operator:welcome', ({ drafts }) => {
      for (const draft of drafts) hear(draft)
      const known = new Set(drafts.map(({ kind, conversationId }) => `${kind}:${conversationId}`))
      for (const name of names()) if (!known.has(name)) hear({ ...partsOf(name), text: '' })
      tellNow()
    }),
  )
  effect(() => whenLeft(tellNow))

  function hear({ conversationId, kind, text, gaps = {} }: KeptDraft): void {
    const name = `${kind}:${conversationId}`
    const isSame = written(name) === text
    if (!isSame && isTouched(name)) return
    // Spaces at the end may be followed by the next word.
    if (!isSame) here.set(conversationId, kind, text)
    if (!isSame && kind === 'message') here.gap(conversationId, gaps)
    here.put(`told-${name}`, text)
  }

  /** After the last key; that nothing is left, at once. */
  function tell(id: ConversationId, kind: Kind): void {
    const name = `${kind}:${id}`
    if (textOf(name) !== '') tellSoon()
    else if (isTouched(name) || underway.has(name)) void request(name)
  }

  function tellNow(): void {
    for (const name of names()) if (isTouched(name)) void request(name)
  }

  async function request(name: string): Promise<void> {
    const text = written(name)
    if (text.length > limits.messageLength) return
    underway.add(name)
    const parts = partsOf(name)
    const gaps = parts.kind === 'message' && gapsLeft(text, here.gapsOf(parts.conversationId))
    const answer = await connection.request('draft:set', { ...parts, text, ...(gaps && { gaps }) })
    underway.delete(name)
    if (answer.ok) here.put(`told-${name}`, text)
    else if (answer.refusal === 'no-conversation') here.forget(parts.conversationId)
    // Otherwise with the next key, or when the connection is back.
    if ((answer.ok || answer.refusal === 'rate-limited') && isTouched(name)) tellSoon()
  }

  return { tell }
}

/** Of all that is written here, or of which the relay has something. */
function namesIn(drafts: Readonly<Record<string, string>>): Set<string> {
  const all = Object.keys(drafts).map((name) => name.replace(/^told-/, ''))
  return new Set(all.filter((name) => /^(message|note):/.test(name)))
}

/** To be called at every key: acts once they rest. */
function resting(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  effect(() => () => clearTimeout(timer))
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, restsFor)
  }
}

/** Somebody leaves a field or the page; heard before the connection, which rests behind other pages. */
function whenLeft(act: () => void): () => void {
  const moments = ['focusout', 'pagehide', 'visibilitychange']
  for (const moment of moments) addEventListener(moment, act, true)
  return () => {
    for (const moment of moments) removeEventListener(moment, act, true)
  }
}

/** What is still to be filled in, by the words it stands as; undefined: nothing. */
function gapsLeft(text: string, all: Gaps): Gaps | undefined {
  const left = gapsIn(text, all)
  if (left.length === 0) return undefined
  return Object.fromEntries(left.map(({ what, start, end }) => [text.slice(start, end), what]))
}

function partsOf(name: string): Pick<KeptDraft, 'conversationId' | 'kind'> {
  const [kind, conversationId = ''] = name.split(':')
  return { conversationId, kind: kind as Kind }
}
