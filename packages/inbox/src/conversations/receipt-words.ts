import type { OperatorConversation } from '@deskbell/protocol'
import { type Wording, wording } from '../models/wording.ts'

type Head = Pick<OperatorConversation, 'visitorHas' | 'mailed'>

/** How far a message of ours with this `seq` has got: in the widget, as the visitor's side has told, or by e-mail. */
export function receiptWords({ visitorHas, mailed }: Head, seq: number): Wording {
  if (visitorHas.read >= seq) return wording('receipt.read')
  if (mailed?.problem !== undefined) {
    const { problem } = mailed
    return mailed.seq >= seq ? wording('receipt.mailRefused', { problem }) : wording('receipt.mailWaits', { problem })
  }
  if (mailed && mailed.seq >= seq) return wording('receipt.mailed')
  return wording(visitorHas.delivered >= seq ? 'receipt.delivered' : 'receipt.sent')
}
