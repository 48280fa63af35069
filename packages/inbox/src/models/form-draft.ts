import type { Answer } from '@deskbell/client/http'
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** Where an unsaved draft stays while its writer looks elsewhere. */
export interface DraftShelf {
  read(): string | null
  write(draft: string | null): void
}

export type FormState = 'loading' | 'failed' | 'ready' | 'saving' | 'saved'

interface Given<T, R> {
  load: () => Promise<Answer<R>>
  send: (body: unknown) => Promise<Answer<R>>
  /** What of an answer is edited. */
  read: (reply: R) => T
  /** What travels of a draft: two that travel alike are the same. */
  toSend?: (draft: T) => unknown
  /** Asked before a draft is sent, and may change it: false keeps it here. */
  mayGo: (draft: T, stored: T) => boolean
  shelf: DraftShelf
  /** What is begun with; a draft left on the shelf may be of an older shape. */
  begun?: (stored: T, shelved: Partial<T> | null) => T
}

/** What stands on screen beside what the relay has: loaded, changed, saved all at once. For a model to own. */
export interface FormDraft<T> {
  state: ReadonlySignal<FormState>
  /** Undefined until it is loaded. */
  draft: ReadonlySignal<T | undefined>
  stored: ReadonlySignal<T | undefined>
  isChanged: ReadonlySignal<boolean>
  /** Whether saving was tried: what is wrong is said from then on. */
  isAsked: ReadonlySignal<boolean>
  /** Why it could not be loaded or saved. */
  trouble: ReadonlySignal<Wording | undefined>
  load(): Promise<void>
  change(next: T): void
  /** Back to what the relay has. */
  discard(): void
  /** Sends what is changed, if it may go. */
  save(): Promise<void>
  /** What the last save has replaced can be put back. */
  canUndo: ReadonlySignal<boolean>
  undo(): Promise<void>
  /** Sends without asking whether it may go; true: the relay has taken it. */
  send(): Promise<boolean>
}

/** Follows one form from loading to saving; `given` says what is particular to it. What differs stays on the shelf. */
export function createFormDraft<T, R>(given: Given<T, R>): FormDraft<T> {
  const { stored, draft, replaced, isChanged, begin, settle } = createDraft(given)
  const canUndo = computed(() => replaced.value !== undefined)
  const state = signal<FormState>('loading')
  const isAsked = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await given.load()
    if (answer.ok) begin(given.read(answer.value))
    told(answer, answer.ok ? 'ready' : 'failed')
  }

  function told(answer: Answer<R>, next: FormState): void {
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    state.value = next
  }

  function change(next: T): void {
    draft.value = next
    if (state.peek() === 'saved') state.value = 'ready'
  }

  function discard(): void {
    draft.value = stored.peek()
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    const [now, before] = [draft.peek(), stored.peek()]
    if (now === undefined || before === undefined || state.peek() === 'saving') return
    if (given.mayGo(now, before) && isChanged.peek()) await send()
  }

  async function send(): Promise<boolean> {
    const sent = draft.peek()
    if (sent === undefined || state.peek() === 'saving') return false
    state.value = 'saving'
    trouble.value = undefined
    const answer = await given.send(given.toSend ? given.toSend(sent) : sent)
    if (answer.ok) settle(given.read(answer.value), sent)
    told(answer, answer.ok && !isChanged.peek() ? 'saved' : 'ready')
    return answer.ok
  }

  async function undo(): Promise<void> {
    const last = replaced.peek()
    if (last === undefined || state.peek() === 'saving') return
    change(last)
    await save()
    if (!isChanged.peek()) replaced.value = undefined
  }

  return { state, draft, stored, isChanged, isAsked, trouble, canUndo, load, change, discard, save, send, undo }
}

/** A draft beside what the relay has. */
function createDraft<T, R>({ shelf, toSend = (draft) => draft, begun = latest }: Given<T, R>) {
  const stored = signal<T | undefined>(undefined)
  const draft = signal<T | undefined>(undefined)
  /** By the last save. */
  const replaced = signal<T | undefined>(undefined)
  const textOf = (one: T | undefined) => one && canonical(toSend(one))
  const isChanged = computed(() => textOf(draft.value) !== textOf(stored.value))

  effect(() => {
    if (draft.value) shelf.write(isChanged.value ? JSON.stringify(draft.value) : null)
  })
  effect(() => (isChanged.value ? askBeforeLeaving() : undefined))

  function begin(value: T): void {
    batch(() => {
      stored.value = value
      draft.value = begun(value, JSON.parse(shelf.read() ?? 'null') as Partial<T> | null)
    })
  }

  /** The relay has taken what was sent; what was changed meanwhile is not saved. */
  function settle(value: T, sent: T): void {
    batch(() => {
      replaced.value = stored.peek()
      stored.value = value
      if (draft.peek() === sent) draft.value = value
    })
  }

  return { stored, draft, replaced, isChanged, begin, settle }
}

function latest<T>(stored: T, shelved: Partial<T> | null): T {
  return (shelved as T | null) ?? stored
}

/** A closed tab takes the shelf with it: the browser asks first. */
function askBeforeLeaving(): () => void {
  const ask = (event: Event) => event.preventDefault()
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}

/** The same text for the same content, whatever order its members came in. */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort())
      : one,
  )
}
