import type { VisitorHandshake } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { Contact } from '../desk/card.ts'
import type { VisitorSocket } from '../publish.ts'
import { toVisitorConversation } from '../serializers.ts'
import type { StoredConversation } from '../store/head-rows.ts'

type Shown = Pick<VisitorHandshake, 'token' | 'identity'>

interface Entering {
  visitorId: string
  /** Nothing is stored of them. */
  isNew: boolean
  /** Where it is another than the visitor came with. */
  newToken?: string
  contact: Contact
}

// A token is good for as long as there is something it opens, or a newcomer is here by it: who was erased is somebody new.
/** Who comes in. Whoever has no valid token, and for whom the shop does not vouch, is a new visitor. */
export function enter(context: Context, shown: Shown): Entering {
  const { tokens, live, newcomers } = context
  const contact = contactOf(context, shown)
  const shownId = shown.token === undefined ? undefined : tokens.visitorOf(shown.token)
  const own = shownId === undefined ? undefined : live.ofVisitor(shownId)
  const visitorId =
    contact.verifiedId === undefined ? own?.conversation.visitorId : oneOf(context, contact.verifiedId, own)
  if (visitorId !== undefined && visitorId === own?.conversation.visitorId) return { visitorId, isNew: false, contact }
  if (visitorId !== undefined) return { visitorId, isNew: false, newToken: tokens.of(visitorId), contact }
  if (shownId !== undefined && newcomers.has(shownId) && newcomers.get(shownId) === contact.verifiedId)
    return { visitorId: shownId, isNew: false, contact }
  const made = tokens.make()
  return { visitorId: made.visitorId, isNew: true, newToken: made.token, contact }
}

/** What a visitor finds who has come in. */
export function welcome(socket: VisitorSocket, { live, line, team, changedFiles }: Context): void {
  const { visitorId, isNew, newToken } = socket.data
  const known = isNew ? undefined : live.ofVisitor(visitorId)
  const queue = known && line.statusOf(known.conversation.id, Date.now())
  socket.emit('visitor:welcome', {
    people: line.people(),
    ...(newToken && { token: newToken }),
    ...(known && { conversation: toVisitorConversation(team, known.conversation, known.card) }),
    ...(queue && { queue }),
  })
  for (const file of changedFiles.of(visitorId)) socket.emit('file:changed', file)
}

/**
 * The visitor who speaks for somebody the shop knows: in this browser, where a conversation goes on here, else on the
 * device where one does. What somebody else has begun in this browser is not theirs.
 */
function oneOf({ store }: Context, verifiedId: string, own: StoredConversation | undefined): string | undefined {
  const isTheirs = own !== undefined && (own.card.verifiedId ?? verifiedId) === verifiedId
  const mine = isTheirs ? own.conversation : undefined
  if (mine && mine.status !== 'closed') return mine.visitorId
  return store.personal.openOf(verifiedId) ?? mine?.visitorId
}

/** Without a valid signature, the name alone. Nobody is called like an operator. */
function contactOf({ identities, team }: Context, { identity = {} }: Shown): Contact {
  const verifiedId = identities.verifiedId(identity)
  const { name, email } = identity
  return {
    ...(name !== undefined && !team.isCalled(name) && { name }),
    ...(verifiedId !== undefined && { verifiedId, ...(email !== undefined && { email }) }),
  }
}
