import { chooseLocale, directionOf } from '@deskbell/locales'
import { beginWith } from './begin-with.ts'
import type { CalledPage } from './called-page.ts'

/**
 * Seats another panel that says everything in another language, where the visitor was in this one. A tag we have no words
 * for changes nothing. Rejects where the words can't be loaded; then this panel stays.
 */
export async function changeLocale(page: CalledPage, given: unknown): Promise<CalledPage> {
  const { seat } = page
  const { words } = seat.settings
  const { locale } = seat
  const next = chooseLocale([String(given)], Object.keys(words), locale)
  if (next === locale || isForgetful(page)) return page
  seat.locale = next
  try {
    const { isOpen } = page.parts.context
    let wasOpen = false
    const seated = await page.seatPanel(seat, () => {
      wasOpen = isOpen.value
      leave(page)
      seat.frame.lang = next
      seat.frame.dir = directionOf(next)
    })
    goOn(page, seated)
    seated.parts.context.isOpen.value = wasOpen
    return seated
  } catch (error) {
    seat.locale = locale
    throw error
  }
}

/** Where nothing can be kept, the conversation lives in the panel alone: it is worth more than the language. */
function isForgetful({ chat }: CalledPage): boolean {
  const { value } = chat.state
  const forgets = value.kind === 'ready' && value.started.model.conversation.forgets.value
  if (forgets) console.warn("Deskbell('locale') waits for the next page: this browser keeps no conversation")
  return forgets
}

/** Takes a panel off the page. A chat of its own that is still on its way ends when it comes. */
function leave({ seat, parts, chat }: CalledPage): void {
  seat.frame.replaceChildren(seat.button)
  parts.context.isOpen.value = false
  chat.state.subscribe((value) => {
    if (value.kind === 'ready') value.started.model.close()
  })
}

function goOn(from: CalledPage, to: CalledPage): void {
  const { navigation } = from.parts.context
  const view = navigation.view.value
  if (view.name === 'results') to.parts.finding.type(from.parts.finding.query.value)
  else to.parts.context.navigation.go(view)
  const { value } = from.chat.state
  if (value.kind === 'waiting') return
  to.chat.load()
  if (value.kind === 'ready') beginWith(to, value.started.model.draft.text.value)
}
