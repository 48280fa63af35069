import { randomUUID } from 'node:crypto'
import type { Answer } from '@deskbell/client/http'
import { connectVisitor, createOutbox, createSequence, memoryStore, type Outbox } from '@deskbell/client/socket'
import type { OperatorItem, VisitorItem } from '@deskbell/protocol'
import { onTestFinished } from 'vitest'
import { next, question, yes } from '../../kit/people.ts'
import type { Anna } from './anna.ts'
import type { Program } from './program.ts'

export type Side = 'visitor' | 'operator'

/** One message, kept from before its first try on. Its text says which conversation it belongs to. */
export interface Letter {
  id: string
  text: string
  isAcknowledged: boolean
}

/** A message as somebody sees it, or as it is stored. */
export interface Seen {
  id: string
  text: string
  from: Side
}

/** A visitor and Anna, both as the real client has them: an outbox each, and what each of them is shown. */
export interface Talk {
  id: string
  sent: Record<Side, Letter[]>
  shownTo: Record<Side, Seen[]>
  send(from: Side): void
  /** Messages without an answer for good. */
  pending(): number
  /** What the relay has stored, read through the visitor's connection. */
  stored(): Promise<Seen[]>
}

/** A visitor asks and Anna takes. `onAnswer` hears of every answer to a try, `ok` or the refusal. */
export async function openTalk(program: Program, anna: Anna, onAnswer: (answer: string) => void): Promise<Talk> {
  let token: string | undefined
  const visitor = connectVisitor(program.url, () => ({ locale: 'en', ...(token && { token }) }))
  onTestFinished(() => visitor.close())
  visitor.on('visitor:welcome', (welcome) => {
    token ??= welcome.token
  })
  await next(visitor, 'visitor:welcome')
  const { id } = yes(await visitor.request('conversation:ask', question('Hello')))
  const sent: Talk['sent'] = { visitor: [], operator: [] }
  const shownTo: Talk['shownTo'] = { visitor: [], operator: [] }
  const resume = (after: number) => visitor.request('conversation:resume', { after })

  const thread = createSequence<VisitorItem>({ show: (items) => shownTo.visitor.push(...messagesOf(items)), resume })
  visitor.on('message:sent', (item) => thread.receive(item))
  visitor.on('conversation:moved', (item) => thread.receive(item))
  const annasThread = createSequence<OperatorItem>({
    show: (items) => shownTo.operator.push(...messagesOf(items)),
    resume: (after) => anna.resume(id, after),
  })

  const outboxes: Record<Side, Outbox<Letter>> = {
    visitor: outboxOf(onAnswer, ({ id: letter, text }) => visitor.request('message:send', { id: letter, text })),
    operator: outboxOf(onAnswer, ({ id: letter, text }) =>
      anna.request('message:send', { conversationId: id, id: letter, text }),
    ),
  }
  visitor.onState((state) => {
    if (state !== 'up') return
    void thread.catchUp()
    outboxes.visitor.flush()
  })
  await thread.catchUp()
  await anna.take(id, annasThread, () => outboxes.operator.flush())
  return {
    id,
    sent,
    shownTo,
    send(from) {
      const letter = { id: randomUUID(), text: `${id} ${from} ${sent[from].length}`, isAcknowledged: false }
      // A full outbox does not take it: its sender was told at once.
      if (outboxes[from].add(letter)) sent[from].push(letter)
    },
    pending: () => outboxes.visitor.pending().length + outboxes.operator.pending().length,
    async stored() {
      const items: Seen[] = []
      for (let after = 0, hasMore = true; hasMore; ) {
        const page = yes(await resume(after))
        items.push(...messagesOf(page.items))
        after = page.items.at(-1)?.seq ?? after
        hasMore = page.hasMore
      }
      return items
    },
  }
}

function outboxOf(onAnswer: (answer: string) => void, request: (letter: Letter) => Promise<Answer<unknown>>) {
  return createOutbox<Letter, unknown>({
    store: memoryStore<Letter>(),
    async send(letter) {
      const answer = await request(letter)
      onAnswer(answer.ok ? 'ok' : answer.refusal)
      return answer
    },
    onAccepted: (letter) => {
      letter.isAcknowledged = true
    },
    onRefused() {},
  })
}

/** The question that began the conversation was asked before there were letters. */
function messagesOf(items: readonly (VisitorItem | OperatorItem)[]): Seen[] {
  return items.flatMap((item) =>
    item.kind === 'message' && item.seq > 1 ? [{ id: item.id, text: item.text, from: item.from }] : [],
  )
}
