import type { Answer } from '@deskbell/client/http'
import type { VisitorConnection } from '@deskbell/client/socket'
import type { DraftWithFiles, VisitorConversation, VisitorItem } from '@deskbell/protocol'
import type { Letter } from './letter.ts'

/** What the relay says of a letter it took. */
export interface Carried {
  /** Resolves when what was said in it is known. */
  conversation(conversation: VisitorConversation): Promise<void>
  item(item: VisitorItem): void
}

/** Makes the request that a letter stands for. */
export async function carry(
  request: VisitorConnection['request'],
  letter: Letter,
  carried: Carried,
): Promise<Answer<null>> {
  switch (letter.kind) {
    case 'ask':
    case 'leave': {
      const { kind, writtenAt: _kept, ...asked } = letter
      const event = kind === 'ask' ? 'conversation:ask' : 'question:leave'
      return done(await request(event, asked), carried.conversation)
    }
    case 'message':
      return done(await request('message:send', draftOf(letter)), carried.item)
    case 'pend': {
      const contact = letter.email === undefined ? {} : { email: letter.email }
      return done(await request('conversation:pend', contact), carried.conversation)
    }
    case 'close':
      return request('conversation:close', {})
  }
}

function draftOf({ id, text, files }: Extract<Letter, { kind: 'message' }>): DraftWithFiles {
  return { id, text, ...(files && { files: files.map((file) => file.id) }) }
}

/** The letter stands in for what it has become until that is there. */
async function done<T>(answer: Answer<T>, use: (value: T) => Promise<void> | void): Promise<Answer<null>> {
  if (!answer.ok) return answer
  await use(answer.value)
  return { ok: true, value: null }
}
