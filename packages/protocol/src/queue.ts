/** Why no wait can be said. */
export type UnknownWait = 'nobody-on-duty' | 'too-little-known'

/** Seconds until an operator is likely free: 10 %, 50 % and 90 % points; or an honest "we can't say". */
export type EstimatedWait =
  | { wait: 'known'; lowSeconds: number; likelySeconds: number; highSeconds: number }
  | { wait: 'unknown'; reason: UnknownWait }

/** Position 1 is next. Counts those ahead who need the same skills and whom everybody serves who would serve this one. */
export type QueueStatus = { position: number } & EstimatedWait

/** Why the status changed, so that it can be said. */
export type QueueReason = 'joined' | 'moved-up' | 'operator-came' | 'operator-left' | 'time-passed'
