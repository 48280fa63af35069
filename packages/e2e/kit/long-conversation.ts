import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { type Account, cookieOf } from './account.ts'

/** Rates that let one test write a long conversation in seconds. */
export const writesFast = { DESKBELL_RATE_BURST: '100000', DESKBELL_RATE_PER_SECOND: '100000' }

interface Long {
  relayUrl: string
  /** The visitor's, as their browser keeps it; in a conversation that the operator has taken. */
  token: string
  account: Account
  /** How many messages are to be added. */
  count: number
  /** What stands in a message of that number, from 1. */
  textOf?: (number: number) => string
  /** Every so many messages the operator writes one; 0: never. */
  answersEvery?: number
}

/** Adds messages over real sockets, one after another, as visitor and operator in turn. */
export async function writeLong({ relayUrl, token, account, count, textOf = textOfNumber, answersEvery = 2 }: Long) {
  const visitor = await arrive(`${relayUrl}/visitor`, { auth: { protocol: 1, locale: 'en', token } })
  const cookie = await cookieOf(relayUrl, account)
  const headers = { cookie, origin: relayUrl }
  const operator = await arrive(`${relayUrl}/operator`, { auth: { protocol: 1 }, extraHeaders: headers })
  const conversationId = visitor.welcome.conversation?.id
  for (let number = 1; number <= count; number += 1) {
    const draft = { id: randomUUID(), text: textOf(number) }
    const isAnswer = answersEvery > 0 && number % answersEvery === 0
    const reply = isAnswer
      ? await operator.socket.emitWithAck('message:send', { ...draft, conversationId })
      : await visitor.socket.emitWithAck('message:send', draft)
    if (!reply.ok) throw new Error(`message ${number} was refused: ${reply.refusal}`)
  }
  visitor.socket.close()
  operator.socket.close()
}

export function textOfNumber(number: number): string {
  return `Message ${number}. ${'The glaze of the blue bowl has a fine crack near the rim. '.repeat(number % 4)}`.trim()
}

async function arrive(url: string, options: Parameters<typeof io>[1]) {
  const socket: Socket = io(url, { ...options, transports: ['websocket'], forceNew: true })
  const welcome = await new Promise<{ conversation?: { id: string } }>((resolve, reject) => {
    socket.once('visitor:welcome', resolve)
    socket.once('operator:welcome', resolve)
    socket.once('connect_error', reject)
  })
  return { socket, welcome }
}
