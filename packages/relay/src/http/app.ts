import { join } from 'node:path'
import { refused } from '@deskbell/protocol'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Context } from '../context.ts'
import type { SetUpLink } from '../set-up.ts'
import { isStorageFailure } from '../store/storage-failure.ts'
import { accountsApi } from './accounts-api.ts'
import { archiveApi } from './archive-api.ts'
import { cannedApi } from './canned-api.ts'
import { entriesApi } from './entries-api.ts'
import { createFaqFiles } from './faq-files.ts'
import { faqPages } from './faq-pages.ts'
import { filesApi, servedFiles, visitorFiles } from './files-api.ts'
import { hoursApi } from './hours-api.ts'
import { learningApi } from './learning-api.ts'
import { operatorApi } from './operator-api.ts'
import { ownSessionsApi } from './own-sessions-api.ts'
import { passwordApi } from './password-api.ts'
import { picturesApi, servedPictures } from './pictures-api.ts'
import { privacyApi } from './privacy-api.ts'
import { publicApi } from './public-api.ts'
import { pushApi } from './push-api.ts'
import { sendReply } from './replies.ts'
import { rosterApi } from './roster-api.ts'
import { sessionApi } from './session-api.ts'
import { noteSighting, sightingsApi } from './sightings-api.ts'
import { staticFiles } from './static.ts'
import { waitsApi } from './waits-api.ts'
import { watchApi } from './watch-api.ts'
import { widgetScript } from './widget-script.ts'
import { wordsApi } from './words-api.ts'

const immutable = 'public, max-age=31536000, immutable'
const fresh = 'no-cache'

/** Every path of the relay but `/socket.io/`. `built`: the folder main.js lies in. */
export function createApp(context: Context, setUp: SetUpLink, built: string): Express {
  const app = express()
  const files = join(built, 'public')
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(headers(context))
  app.use(watchApi(context))
  app.get('/widget.js', anywhere, noteSighting(context), widgetScript(built, context.settings))
  app.use(
    '/faq',
    faqPages(
      context,
      createFaqFiles(built, () => context.settings.settings.data),
    ),
  )
  app.use('/assets', anywhere, staticFiles(join(files, 'assets'), immutable))
  app.use('/inbox/assets', staticFiles(join(files, 'inbox', 'assets'), immutable))
  app.use('/inbox', staticFiles(join(files, 'inbox'), fresh))
  if (context.config.isDemo) app.use('/demo', staticFiles(join(files, 'demo'), fresh))
  app.use(servedFiles(context))
  app.use(servedPictures(context))
  app.get('/', (_request, response) => response.redirect(context.config.isDemo ? 'demo/' : 'inbox/'))
  app.use(
    '/api',
    publicApi(context),
    visitorFiles(context),
    sameOrigin(context),
    sessionApi(context, setUp),
    operatorApis(context),
  )
  app.use((_request, response) => void response.status(404).json({ refusal: 'not-found' }))
  app.use(onError(context))
  return app
}

function operatorApis(context: Context): RequestHandler[] {
  return [
    operatorApi(context),
    accountsApi(context),
    archiveApi(context),
    cannedApi(context),
    ownSessionsApi(context),
    passwordApi(context),
    picturesApi(context),
    entriesApi(context),
    filesApi(context),
    learningApi(context),
    waitsApi(context),
    privacyApi(context),
    sightingsApi(context),
    wordsApi(context),
    pushApi(context),
    hoursApi(context),
    rosterApi(context),
  ]
}

function headers({ origins }: Context): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // For this name alone: what stands on others of the site is not the relay's to decide.
    strictTransportSecurity: origins.isSecure() && { maxAge: 31_536_000, includeSubDomains: false },
  })
}

/** The widget's files are for other people's pages. */
const anywhere: RequestHandler = (_request, response, next) => {
  response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
  next()
}

/** Whatever changes something for an operator comes from the relay's own pages. */
function sameOrigin({ origins }: Context): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || origins.isOwn(request.headers.origin)) next()
    else response.status(403).json({ refusal: 'forbidden' })
  }
}

/** One place for everything thrown: the cause goes to the log, never to the browser. */
function onError({ log }: Context): ErrorRequestHandler {
  return (error: { status?: number; code?: unknown }, request, response, _next) => {
    const status = error.status ?? 500
    if (status >= 500) log.error({ err: error, path: request.path }, 'a route failed')
    if (response.headersSent) response.end()
    else if (status >= 500) sendReply(response, refused(isStorageFailure(error) ? 'storage-failed' : 'internal'))
    else response.status(status).json({ refusal: status === 404 ? 'not-found' : 'malformed' })
  }
}
