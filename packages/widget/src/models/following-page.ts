import type { Page } from '@deskbell/protocol'
import type { Link } from './link.ts'

export interface FollowingOptions {
  /** Where the visitor is; undefined while the title is not the page's own. */
  page(): Page | undefined
  request: Link['request']
}

/** How often it is looked at, in ms, and so told at most. */
const lookEvery = 3_000

/**
 * Tells the relay where the visitor is once the page has become another one without being loaded. It is looked for, as no
 * event tells of it in every browser, and a title often comes after its address. Returns what ends it.
 */
export function followPage({ page, request }: FollowingOptions): () => void {
  let told = ''
  const look = async () => {
    const here = document.visibilityState === 'visible' ? page() : undefined
    const words = JSON.stringify(here)
    if (!here || words === told) return
    // Not told is told the next time; what was refused once would be again.
    const answer = await request('page:set', here)
    if (answer.ok || answer.refusal !== 'unreachable') told = words
  }
  const timer = setInterval(() => void look(), lookEvery)
  return () => clearInterval(timer)
}
