import type { Http } from '@deskbell/client/http'
import type { InboxTranslate } from '@deskbell/locales'
import type { Operator } from '@deskbell/protocol'

/** What every page is given. */
export interface PageProps {
  http: Http
  t: InboxTranslate
}

/** What a page before sign-in hands over to. */
export interface DoorSession {
  signedIn(operator: Operator, options?: { goOnDuty: boolean }): void
}

export interface DoorProps extends PageProps {
  session: DoorSession
}
