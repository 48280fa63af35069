import type { Answer } from '@deskbell/client/http'
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { canonical, changedParts, type InParts, type Overtaken, withMine } from './overtaken.ts'
import { refusalWording, type Wording } from './wording.ts'

/** Where an unsaved draft stays while its writer looks elsewhere. */
export interface DraftShelf {
  read(): string | null
  write(draft: string | null): void
}

export type FormState = 'loading' | 'failed' | 'ready' | 'saving' | 'saved'

interface Given<T, R> {
  load: () => Promise<Answer<R>>
  /** `version`: of what is replaced. */
  send: (body: unknown, version?: string) => Promise<Answer<R>>
  /** What of an answer is edited. */
  read: (reply: R) => T
  /** What travels of a draft: two that travel alike are the same. */
  toSend?: (draft: T) => unknown
  /** Asked before a draft is sent, and may change it: false keeps it here. */
  mayGo: (draft: T, stored: T) => boolean
  shelf: DraftShelf
  /** What is begun with; a draft left on the shelf may be of an older shape. */
  begun?: (stored: T, shelved: Partial<T> | null) => T
  /** Its members, unless it is said. */
  inParts?: InParts<T>
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
  /** Back to what the relay has, also where others have saved that. */
  discard(): void
  /** Sends what is changed, if it may go. */
  save(): Promise<void>
  /** What the last save has replaced can be put back. */
  canUndo: ReadonlySignal<boolean>
  undo(): Promise<void>
  /** Somebody has saved since it was loaded, which stops saving once: the next time what was changed here takes the place of theirs. */
  overtaken: ReadonlySignal<Overtaken<T> | undefined>
  /** Sends without asking whether it may go; true: the relay has taken it. */
  send(): Promise<boolean>
}

/** Follows one form from loading to saving; `given` says what is particular to it. What differs stays on the shelf. */
export function createFormDraft<T, R>(given: Given<T, R>): FormDraft<T> {
  const drafting = createDraft(given)
  const { stored, draft, replaced, isChanged, overtaken, begin } = drafting
  const canUndo = computed(() => replaced.value !== undefined)
  const state = signal<FormState>('loading')
  const isAsked = signal(false)
  const trouble = signal<Wording | undefined>(undefined)
  const { told, send } = createSending(given, drafting, { state, trouble })

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await given.load()
    if (answer.ok) begin(given.read(answer.value), answer.version)
    told(answer, answer.ok ? 'ready' : 'failed')
  }

  function change(next: T): void {
    draft.value = next
    if (state.peek() === 'saved') state.value = 'ready'
  }

  function discard(): void {
    drafting.takeTheirs()
    draft.value = stored.peek()
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    const wasOvertaken = drafting.putMine()
    const [now, before] = [draft.peek(), stored.peek()]
    if (now === undefined || before === undefined || state.peek() === 'saving') return
    if (given.mayGo(now, before) && isChanged.peek()) await send()
    else if (wasOvertaken && !isChanged.peek()) state.value = 'saved'
  }

  async function undo(): Promise<void> {
    const last = replaced.peek()
    if (last === undefined || state.peek() === 'saving') return
    change(last)
    await save()
    if (!isChanged.peek()) replaced.value = undefined
  }

  const shown = { state, draft, stored, isChanged, isAsked, trouble, canUndo, overtaken }
  return { ...shown, load, change, discard, save, undo, send }
}

interface Standing {
  state: Signal<FormState>
  trouble: Signal<Wording | undefined>
}

/** Sends what stands on screen and tells how that went. */
function createSending<T, R>(given: Given<T, R>, drafting: Drafting<T>, { state, trouble }: Standing) {
  const { draft, isChanged, settle, overtake } = drafting

  function told(answer: Answer<R>, next: FormState): void {
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    state.value = next
  }

  async function send(): Promise<boolean> {
    const sent = draft.peek()
    if (sent === undefined || state.peek() === 'saving') return false
    state.value = 'saving'
    trouble.value = undefined
    const answer = await given.send(given.toSend ? given.toSend(sent) : sent, drafting.version())
    if (answer.ok) settle(given.read(answer.value), sent, answer.version)
    else if (answer.refusal === 'changed-meanwhile') return meet(answer)
    told(answer, answer.ok && !isChanged.peek() ? 'saved' : 'ready')
    return answer.ok
  }

  /** What was saved meanwhile is asked for, so that it can be told. */
  async function meet(refused: Answer<R> & { detail?: string }): Promise<false> {
    const now = await given.load()
    if (now.ok) overtake(given.read(now.value), now.version, refused.detail)
    told(now.ok ? now : refused, 'ready')
    return false
  }

  return { told, send }
}

interface Shelved<T> {
  draft: Partial<T>
  /** What it was begun with. */
  base: Partial<T>
  version?: string
}

const members: InParts<never> = {
  partsOf: (one) => one,
  fromParts: (parts) => parts as never,
}

/** A draft beside what the relay has. */
function createDraft<T, R>({ shelf, toSend = (draft) => draft, begun = latest, ...given }: Given<T, R>) {
  const inParts = given.inParts ?? (members as unknown as InParts<T>)
  const stored = signal<T | undefined>(undefined)
  const draft = signal<T | undefined>(undefined)
  /** By the last save. */
  const replaced = signal<T | undefined>(undefined)
  let version: string | undefined
  const textOf = (one: T | undefined) => one && canonical(toSend(one))
  const isChanged = computed(() => textOf(draft.value) !== textOf(stored.value))

  effect(() => {
    const kept = { draft: draft.value, base: stored.value, version }
    if (draft.value) shelf.write(isChanged.value ? JSON.stringify(kept) : null)
  })
  effect(() => (isChanged.value ? askBeforeLeaving() : undefined))

  /** A draft of another version than this stays beside what it was begun with: saving it is refused, which tells. */
  function begin(value: T, now: string | undefined): void {
    const kept = JSON.parse(shelf.read() ?? 'null') as Shelved<T> | null
    const [shelved, isOlder] = [kept?.draft ?? null, kept?.base !== undefined && kept.version !== now]
    version = isOlder ? kept?.version : now
    batch(() => {
      stored.value = isOlder ? begun(value, kept?.base ?? null) : value
      draft.value = begun(value, shelved)
    })
  }

  /** The relay has taken what was sent; what was changed meanwhile is not saved. */
  function settle(value: T, sent: T, now: string | undefined): void {
    version = now
    batch(() => {
      replaced.value = stored.peek()
      stored.value = value
      if (draft.peek() === sent) draft.value = value
    })
  }

  const others = createOthers(inParts, { stored, draft }, (next) => {
    version = next
  })
  return { stored, draft, replaced, isChanged, version: () => version, begin, settle, ...others }
}

type Drafting<T> = ReturnType<typeof createDraft<T, never>>
type Two<T> = Record<'stored' | 'draft', Signal<T | undefined>>

/** What others have saved meanwhile, and the two ways on from there; `go`: from which version. */
function createOthers<T>(inParts: InParts<T>, { stored, draft }: Two<T>, go: (version: string | undefined) => void) {
  const overtaken = signal<Overtaken<T> | undefined>(undefined)

  function overtake(theirs: T, now: string | undefined, by: string | undefined): void {
    const before = stored.peek()
    const parts = before === undefined ? [] : changedParts(inParts, before, theirs)
    overtaken.value = { theirs, version: now, parts, ...(by !== undefined && { by }) }
  }

  /** `mine`: what is on screen after it. */
  function goOn(mine: (found: Overtaken<T>) => T | undefined): boolean {
    const found = overtaken.peek()
    if (!found) return false
    go(found.version)
    batch(() => {
      draft.value = mine(found)
      stored.value = found.theirs
      overtaken.value = undefined
    })
    return true
  }

  const takeTheirs = () => goOn(({ theirs }) => theirs)
  const putMine = () =>
    goOn(({ theirs }) => {
      const [base, mine] = [stored.peek(), draft.peek()]
      return base === undefined || mine === undefined ? theirs : withMine(inParts, { base, mine, theirs })
    })

  return { overtaken, overtake, takeTheirs, putMine }
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
