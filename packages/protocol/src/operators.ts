export type OperatorId = string

/** What a visitor may know of an operator: nothing that identifies the account. */
export interface Person {
  name: string
  /** What they do, as the visitor reads it: "Orders and delivery". */
  role?: string
}

/** How operators see each other inside a conversation. */
export interface Colleague extends Person {
  id: OperatorId
}

/** What operators know of each other. */
export interface Operator extends Colleague {
  email: string
  isOwner: boolean
  /** Conversations at once. */
  capacity: number
}

export interface TeamMember extends Operator {
  isOnDuty: boolean
  isConnected: boolean
  conversations: number
}
