import { randomUUID } from 'node:crypto'
import type { Answer } from '@deskbell/client/http'
import { connectVisitor, type VisitorConnection } from '@deskbell/client/socket'
import type { Attached, VisitorItem, VisitorNews, VisitorWelcome } from '@deskbell/protocol'
import type { TestRelay } from './relay.ts'

const connections: { close(): void }[] = []

/** Closed with the others after the test. */
export function keepForClosing(connection: { close(): void }): void {
  connections.push(connection)
}

export function closeConnections(): void {
  for (const connection of connections.splice(0)) connection.close()
}

export const draft = (text: string) => ({ id: randomUUID(), text })
export const question = (text: string) => ({ ...draft(text), before: { searches: [], entries: [] } })

/** The value of an answer that must be a yes. */
export function yes<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer.value
}

/** The next such news, or the next that is meant: what was told before may come only now. */
export function next<E extends keyof VisitorNews & string>(
  visitor: Pick<VisitorConnection, 'on'>,
  event: E,
  isMeant: (news: Parameters<VisitorNews[E]>[0]) => boolean = () => true,
): Promise<Parameters<VisitorNews[E]>[0]> {
  return new Promise((resolve) => {
    const stop = visitor.on(event, ((news: Parameters<VisitorNews[E]>[0]) => {
      if (!isMeant(news)) return
      stop()
      resolve(news)
    }) as VisitorNews[E])
  })
}

export interface TestVisitor extends VisitorConnection {
  welcome: VisitorWelcome
  token: string
  items: VisitorItem[]
  /** As they were told, one after another. */
  files: Attached[]
}

/** A visitor whose connection is up; with a token, the one it was made for. */
export async function visit(relay: Pick<TestRelay, 'url'>, token?: string): Promise<TestVisitor> {
  const connection = connectVisitor(relay.url, () => ({ locale: 'en', ...(token && { token }) }))
  connections.push(connection)
  const items: VisitorItem[] = []
  connection.on('message:sent', (item) => items.push(item))
  connection.on('conversation:moved', (item) => items.push(item))
  const files: Attached[] = []
  connection.on('file:changed', (file) => files.push(file))
  const welcome = await next(connection, 'visitor:welcome')
  return { ...connection, welcome, items, files, token: welcome.token ?? token ?? '' }
}
