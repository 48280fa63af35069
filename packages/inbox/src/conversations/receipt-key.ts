import type { InboxKey } from '@deskbell/locales'
import type { Receipts } from '@deskbell/protocol'

/** How far a message with this `seq` has got, as the visitor's side has told. */
export function receiptKey({ delivered, read }: Receipts, seq: number): InboxKey {
  if (read >= seq) return 'receipt.read'
  return delivered >= seq ? 'receipt.delivered' : 'receipt.sent'
}
