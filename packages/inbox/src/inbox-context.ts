import type { Http } from '@deskbell/client/http'
import type { InboxTranslate } from '@deskbell/locales'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Desk } from './models/desk.ts'
import type { Wording } from './models/wording.ts'
import type { Router } from './router.ts'

/** What every view behind the sign-in is given. */
export interface Inbox {
  t: InboxTranslate
  locale: string
  http: Http
  router: Router
  desk: Desk
  /** Gives why not, where it did not happen. */
  signOut: (from?: 'here' | 'everywhere') => Promise<Wording | undefined>
}

export const InboxContext = createContext<Inbox | undefined>(undefined)

export function useInbox(): Inbox {
  const inbox = useContext(InboxContext)
  if (!inbox) throw new Error('A view of the inbox stands outside its context')
  return inbox
}
