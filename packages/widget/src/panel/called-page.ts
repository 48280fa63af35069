import type { Seat } from '../launcher/seat.ts'
import type { ChatChunk } from './chat-chunk.ts'
import type { PanelParts } from './parts.ts'

/** What the calls of the host page act on. */
export interface CalledPage {
  seat: Seat
  parts: PanelParts
  chat: ChatChunk
  /** Seats another panel, for another language. `makeRoom` is to take this one away. */
  seatPanel(seat: Seat, makeRoom: () => void): Promise<CalledPage>
}
