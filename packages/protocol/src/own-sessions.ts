/** What is kept of the browser that signed in, as it is called; absent: not known. */
export interface Browser {
  browser?: string
  system?: string
}

/** One of an operator's sessions. `id` says which, and lets nobody in. */
export interface OwnSession extends Browser {
  id: string
  /** In ms since 1970. */
  begunAt: number
  /** ISO 8601, by UTC; absent: not since the relay notes it. */
  seenDay?: string
  /** The one that asks. */
  isThis: boolean
}

/** `GET /api/sessions`: the newest first; `DELETE …/:id` ends one. For owners `/api/operators/:id/sessions`: a colleague's. */
export type OwnSessions = readonly OwnSession[]
