// What a page's analytics may hear: ids, counts and the language; what a visitor wrote only where it asks for that. It subscribes to signals without importing
// their library: that would part it from the panel's chunk, which would weigh more.
import type { ChatModel } from '../chat/model.ts'
import type { DeskbellEvents, DeskbellTexts } from '../embed/calls.ts'
import type { Seat } from '../launcher/seat.ts'
import type { Stage } from '../models/stage.ts'
import type { CalledPage } from './called-page.ts'

type Tell = <Event extends keyof DeskbellEvents>(
  event: Event,
  details: Omit<DeskbellEvents[Event], 'locale'>,
  texts?: Event extends keyof DeskbellTexts ? DeskbellTexts[Event] : undefined,
) => void

/** After so long without a key the visitor has stopped typing, in ms. */
const settledAfter = 900

/** By their seat: the panels that were reported on last. */
const reported = new WeakMap<Seat, CalledPage>()

/** Tells the page's listeners what happens from now on; once is enough. A listener that throws harms nobody else. */
export function report(page: CalledPage): void {
  const { seat, parts, chat } = page
  const before = reported.get(seat)
  if (before === page) return
  reported.set(seat, page)
  const tell: Tell = (event, details, texts) => {
    for (const [wanted, listener, wish] of seat.heard)
      if (wanted === event && typeof listener === 'function')
        hear(() => listener({ locale: seat.locale, ...details, ...(wantsTexts(wish) && texts) }))
  }
  reportFinding(parts, tell, before && leftBy(before.parts))
  reportHelp(parts, tell)
  let isWatched = false
  chat.state.subscribe((value) => {
    if (isWatched || value.kind !== 'ready') return
    isWatched = true
    reportConversation(value.started.model.conversation, tell)
  })
}

function wantsTexts(wish: unknown): boolean {
  return typeof wish === 'object' && wish !== null && 'texts' in wish && wish.texts === true
}

function hear(listen: () => void): void {
  try {
    listen()
  } catch (error) {
    reportError(error)
  }
}

/** What a panel showed that another one in another language takes over: an entry's id, or what was searched. It is no news there. */
function leftBy({ finding, context }: CalledPage['parts']): string | undefined {
  const view = context.navigation.view.peek()
  if (view.name === 'entry') return view.id
  return view.name === 'results' ? finding.sought.peek() : undefined
}

function reportFinding({ finding, context }: CalledPage['parts'], tell: Tell, left: string | undefined): void {
  let known = left
  const isNews = (shown: string): boolean => {
    const wasKnown = known
    known = undefined
    return shown !== wasKnown
  }
  let settling: ReturnType<typeof setTimeout> | undefined
  finding.sought.subscribe((query) => {
    clearTimeout(settling)
    if (query !== '' && isNews(query))
      settling = setTimeout(() => tell('searched', { found: finding.results.value.length }, { query }), settledAfter)
  })
  context.navigation.view.subscribe((view) => {
    if (view.name === 'entry' && isNews(view.id)) tell('entryOpened', { id: view.id })
  })
}

function reportHelp({ helpfulness }: CalledPage['parts'], tell: Tell): void {
  let before = helpfulness.said.peek()
  helpfulness.said.subscribe((said) => {
    for (const [id, helped] of said) if (before.get(id) !== helped) tell('helped', { id, helped })
    before = said
  })
}

function reportConversation({ stage, head, letters }: ChatModel['conversation'], tell: Tell): void {
  let before = stage.peek()
  let text = ''
  stage.subscribe((now) => {
    const events = eventsBetween(before, now)
    before = now
    for (const letter of letters.peek()) if (letter.kind === 'ask' || letter.kind === 'leave') text = letter.text
    for (const event of events) tell(event, {}, event === 'asked' ? { text } : undefined)
  })
  let rated = head.peek()
  head.subscribe((now) => {
    const isNew = now?.rating !== undefined && rated?.id === now.id && rated.rating === undefined
    rated = now
    if (isNew) tell('rated', {})
  })
}

/** A conversation that is found again after a reload goes from `asking` to where it stands, and nothing has happened. */
function eventsBetween(before: Stage, now: Stage): ('asked' | 'assigned' | 'closed')[] {
  if (before === now || before === 'asking' || now === 'asking' || now === 'sending') return []
  return [
    ...(before === 'sending' && now !== 'ended' ? ['asked' as const] : []),
    ...(now === 'talking' ? ['assigned' as const] : []),
    ...(now === 'ended' && before !== 'sending' ? ['closed' as const] : []),
  ]
}
