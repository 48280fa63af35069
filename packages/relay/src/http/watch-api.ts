import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { refused } from '@deskbell/protocol'
import { type RequestHandler, Router } from 'express'
import type { Context } from '../context.ts'
import { sendReply } from './replies.ts'

/** What proxies add: behind one, everybody seems to be on this machine. */
const addedByProxies = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/** For whoever watches over the relay: whether it is well, and what it measures. */
export function watchApi({ health, metrics, config }: Pick<Context, 'health' | 'metrics' | 'config'>): Router {
  const router = Router()
  router.use(['/healthz', '/metrics'], fresh)
  router.get('/healthz', (_request, response) => {
    const isWell = health.isWell(Date.now())
    response.status(isWell ? 200 : 503).json({ status: isWell ? 'ok' : 'degraded' })
  })
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request, config.metricsToken)) return sendReply(response, refused('forbidden'))
    response.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text())
  })
  return router
}

const fresh: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

/** This machine without a proxy between, or who knows the token. */
function mayRead({ headers, socket }: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true
  const isHere = /^(::1$|(::ffff:)?127\.)/.test(socket.remoteAddress ?? '')
  return isHere && addedByProxies.every((name) => headers[name] === undefined)
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}
