import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

/** CORS by hand (Fetch standard): the allowed Origin whole, no credentials. A foreign page gets no answer at all. */
export function crossOrigin({ origins }: Pick<Context, 'origins'>): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers
    response.vary('Origin')
    response.set('Cache-Control', 'no-store')
    if (!origins.isAllowed(origin)) {
      response.status(403).json({ refusal: 'forbidden' })
      return
    }
    if (origin) response.set({ 'Access-Control-Allow-Origin': origin, 'Cross-Origin-Resource-Policy': 'cross-origin' })
    if (request.method !== 'OPTIONS') return next()
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'authorization, content-type',
      'Access-Control-Max-Age': '600',
    })
    response.status(204).end()
  }
}
