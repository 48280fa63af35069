import type { ConversationId, Locale, OperatorId, Page } from '@deskbell/protocol'
import type { Contact } from '../desk/card.ts'

/** Who speaks: set at the handshake, never from a payload. */
export interface VisitorData {
  visitorId: string
  /** Only when it is another than the visitor came with. */
  isNew: boolean
  newToken?: string
  locale: Locale
  page?: Page
  contact: Contact
  address: string
}

export interface OperatorData {
  operatorId: OperatorId
  sessionToken: string
  address: string
  /** The conversation on its screen. */
  reads?: ConversationId
}
