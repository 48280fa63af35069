import type { Locale, OperatorId, Page } from '@deskbell/protocol'

/** Who speaks: set at the handshake, never from a payload. */
export interface VisitorData {
  visitorId: string
  /** Only when the visitor was made by this connection. */
  newToken?: string
  locale: Locale
  page?: Page
  address: string
}

export interface OperatorData {
  operatorId: OperatorId
  sessionToken: string
  address: string
}
