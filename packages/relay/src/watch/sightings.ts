import type { Sighting } from '@deskbell/protocol'

/** Anybody can send any address: so many origins are remembered, the latest. */
const kept = 20
const longestOrigin = 200

/** On which sites the widget's line was last seen at work. In memory: it is for whoever has just pasted the line. */
export class Sightings {
  readonly #seen = new Map<string, number>()

  /** `address`: a page or an origin; what is neither is none. */
  note(address: string | undefined, now: number): void {
    const origin = originIn(address)
    if (origin === undefined) return
    this.#seen.delete(origin)
    this.#seen.set(origin, now)
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > kept && oldest !== undefined) this.#seen.delete(oldest)
  }

  /** Latest first. */
  list(now: number): Omit<Sighting, 'isAllowed'>[] {
    return [...this.#seen].reverse().map(([origin, at]) => ({ origin, secondsAgo: Math.round((now - at) / 1000) }))
  }
}

function originIn(address: string | undefined): string | undefined {
  const { protocol, origin } = (address && URL.canParse(address) && new URL(address)) || {}
  const isWeb = protocol === 'http:' || protocol === 'https:'
  return isWeb && origin && origin.length <= longestOrigin ? origin : undefined
}
