import { timingSafeEqual } from 'node:crypto'
import { hashOf, newToken } from './store/session-store.ts'
import type { Team } from './team.ts'

/** The one-time link that makes the first owner: valid until used, or until the relay starts again. */
export interface SetUpLink {
  isNeeded(): boolean
  isValid(token: string): boolean
  /** True once. */
  use(token: string): boolean
  /** The token stands behind the `#`, so that it is in no log and no Referer. */
  address(publicUrl: string): string
}

export function createSetUpLink(team: Team): SetUpLink {
  const token = newToken()
  let isUsed = false
  const isNeeded = () => !isUsed && team.all().length === 0
  const isValid = (given: string) =>
    isNeeded() && timingSafeEqual(Buffer.from(hashOf(given)), Buffer.from(hashOf(token)))
  return {
    isNeeded,
    isValid,
    use(given) {
      const isRight = isValid(given)
      if (isRight) isUsed = true
      return isRight
    },
    address: (publicUrl) => `${publicUrl}/inbox/#set-up=${token}`,
  }
}
