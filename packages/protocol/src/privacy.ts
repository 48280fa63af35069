/** `GET` and `PUT /api/privacy` (changes: owner only). */
export interface Privacy {
  /** A conversation that ended, or in which nothing was said, so many days ago is erased. */
  retentionDays: number
}

/** `GET /api/identity-secret` and, for a new one, `POST` (owner): what the shop's server signs the ids of its customers with. */
export interface IdentitySecretReply {
  secret: string
}

/** `DELETE /api/visitors/:conversationId`: everything about the visitor of a conversation is gone. `GET` gives it all, as JSON. */
export interface ErasedReply {
  conversations: number
  /** False: a backup read the store, so bytes of it are in the journal until the next night. */
  isJournalEmpty: boolean
}
