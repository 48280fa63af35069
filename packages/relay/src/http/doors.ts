import { type Operator, type Reply, refused } from '@deskbell/protocol'
import type { Request, RequestHandler } from 'express'
import type { Context } from '../context.ts'
import { operatorOf } from './entrance.ts'
import { sendReply } from './replies.ts'

type Answer = (request: Request, operator: Operator) => Reply<unknown> | Promise<Reply<unknown>>

type File = { name: string; type: string }
type Text = (request: Request) => Promise<Reply<string>>

/** Who may pass to what needs a session; who has none is answered `signed-out`. */
export interface Doors {
  signedIn(answer: Answer): RequestHandler
  /** Others are answered `forbidden`. */
  owner(answer: Answer): RequestHandler
  /** As an owner, or of the account of one's own that `:id` names; others are answered `forbidden`. */
  oneself(answer: Answer): RequestHandler
  /** A file to keep. */
  file(file: File, text: Text): RequestHandler
  /** The same, for the owner. */
  ownersFile(file: File, text: Text): RequestHandler
}

export function createDoors(context: Context): Doors {
  const signedIn =
    (answer: Answer): RequestHandler =>
    async (request, response) => {
      const operator = operatorOf(context, request)
      response.set('Cache-Control', 'no-store')
      sendReply(response, operator ? await answer(request, operator) : refused('signed-out'))
    }
  const fileFor =
    (mayHave: (operator: Operator) => boolean) =>
    ({ name, type }: File, text: Text): RequestHandler =>
    async (request, response) => {
      const operator = operatorOf(context, request)
      response.set('Cache-Control', 'no-store')
      const isAllowed = operator !== undefined && mayHave(operator)
      const reply = isAllowed ? await text(request) : refused(operator ? 'forbidden' : 'signed-out')
      if (reply.ok) response.attachment(name).type(type).send(reply.value)
      else sendReply(response, reply)
    }
  return {
    signedIn,
    owner: (answer) =>
      signedIn((request, operator) => (operator.isOwner ? answer(request, operator) : refused('forbidden'))),
    oneself: (answer) =>
      signedIn((request, operator) =>
        operator.isOwner || operator.id === request.params.id ? answer(request, operator) : refused('forbidden'),
      ),
    file: fileFor(() => true),
    ownersFile: fileFor(({ isOwner }) => isOwner),
  }
}
