import { createHttp } from '@deskbell/client/http'
import { chooseLocale, createTranslate, directionOf, inboxLocales, loadInboxWords } from '@deskbell/locales'
import { render } from 'preact'
import { App } from './app.tsx'
import { SeatModel } from './models/seat.ts'
import { SessionModel } from './models/session.ts'
import { createRouter } from './router.ts'
import '@deskbell/ui/tokens.css'
import '@deskbell/ui/message.css'
import '@deskbell/ui/file.css'
import '@deskbell/ui/pieces.css'
import './styles/page.css'
import './styles/controls.css'

const locale = chooseLocale(navigator.languages, inboxLocales, 'en')
document.documentElement.lang = locale
document.documentElement.dir = directionOf(locale)

// This page is `inbox/` of the relay, which may lie in a folder of the site.
const relay = new URL('..', location.href).href
const t = createTranslate('inbox', locale, await loadInboxWords(locale))
const http = createHttp(relay, 'same-origin')
const router = createRouter()
const session = new SessionModel(http)
const seat = new SeatModel({ http, relay, session, router, t, locale })
void session.ask()

const root = document.querySelector('#inbox')
if (root) render(<App t={t} locale={locale} http={http} router={router} session={session} desk={seat.desk} />, root)
