/** Limits of what operators do with conversations; the widget carries `limits`, and none of these. Times are in ms. */
export const workLimits = {
  /** How long a conversation may be put off. */
  followUpWithin: 366 * 86_400_000,
  /** How long a visitor may be blocked. */
  blockedWithin: 366 * 86_400_000,
  /** Of one operator, message and note apart. */
  drafts: 200,
  gaps: 50,
  labels: 50,
  labelLength: 40,
  reasonLength: 200,
} as const
