import { createHttp } from '@deskbell/client/http'
import { directionOf } from '@deskbell/locales'
import { computed, effect } from '@preact/signals'
import { render } from 'preact'
import { App } from './app.tsx'
import { browserKeep } from './models/kept.ts'
import { LanguageModel } from './models/language.ts'
import { SeatModel } from './models/seat.ts'
import { SessionModel } from './models/session.ts'
import { createRouter } from './router.ts'
import '@deskbell/ui/tokens.css'
import '@deskbell/ui/message.css'
import '@deskbell/ui/file.css'
import '@deskbell/ui/pieces.css'
import './styles/page.css'
import './styles/controls.css'

// This page is `inbox/` of the relay, which may lie in a folder of the site.
const relay = new URL('..', location.href).href
const http = createHttp(relay, 'same-origin')
const router = createRouter()
const session = new SessionModel(http)
void session.ask()

const language = new LanguageModel(browserKeep(localStorage, 'everybody'))
await language.begin()
const seat = new SeatModel({ http, relay, session, router, language })
const ofAccount = computed(() => seat.desk.value?.team.self.value.locale)
effect(() => {
  if (ofAccount.value) void language.speak(ofAccount.value)
})
effect(() => {
  const { locale } = language.spoken.value
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
})

const root = document.querySelector('#inbox')
if (root) render(<App language={language} http={http} router={router} session={session} desk={seat.desk} />, root)
