import { cleanText, limits, type Refusal } from '@deskbell/protocol'
import { batch } from '@preact/signals'
import { type Introduction, type Letter, newId, textOf } from './letter.ts'
import type { Parts } from './parts.ts'

/** What can be wrong with a text before it is sent. */
export type NotSent = Extract<Refusal, 'message-empty' | 'message-too-long' | 'rate-limited'>

export interface Writing {
  /** Joins the line. Undefined: on its way, and out of the draft. */
  ask(text: string, who?: Introduction): NotSent | undefined
  /** Leaves a question for later; a place in line is given up for it. */
  leaveQuestion(text: string, who?: Introduction): NotSent | undefined
  say(text: string): NotSent | undefined
  /** Puts something else on its way. */
  post(letter: Letter): NotSent | undefined
  /** Turns the place in line into a question for later. */
  pend(email?: string): void
  /** Leaves the line, or ends the conversation. */
  end(): void
  /** Another conversation after one that ended. */
  beginAnew(): void
  /** Back to the one that ended. */
  readAgain(): void
  /** Sends again what came back; to a conversation that is over it becomes the beginning of a new one. */
  tryAgain(id: string): void
  /** Throws away what came back. */
  discard(id: string): void
  /** The visitor is typing; told at most every few seconds. */
  type(): void
}

/** How often typing is told, in ms. */
const typingToldEvery = 3_000

/** What the visitor can do. Everything but typing is kept until the relay has it. */
export function createWriting(parts: Parts): Writing {
  const { options, mailbox, history, link, isBeginningAnew } = parts
  let toldTypingAt = 0

  function post(letter: Letter): NotSent | undefined {
    if (!mailbox.post(letter)) return 'rate-limited'
    parts.forgets.value ||= !options.kept.share()
    link.open()
    return undefined
  }

  function write(text: string, letterOf: (head: { id: string; text: string; writtenAt: number }) => Letter) {
    const cleaned = cleanText(text)
    const wrong = whatIsWrong(cleaned)
    const notSent = wrong ?? post(letterOf({ id: newId(), text: cleaned, writtenAt: Date.now() }))
    if (notSent) return notSent
    batch(() => {
      parts.refusal.value = undefined
      options.draft.clear()
      // What is typed next is news again: the message has ended "is writing".
      toldTypingAt = 0
    })
  }

  return {
    ask: (text, who) => write(text, (head) => ({ ...head, kind: 'ask', before: options.before(), ...who })),
    leaveQuestion: (text, who) => write(text, (head) => ({ ...head, kind: 'leave', before: options.before(), ...who })),
    say: (text) => write(text, (head) => ({ ...head, kind: 'message' })),
    post,
    pend: (email) => void post({ id: newId(), writtenAt: Date.now(), kind: 'pend', ...(email && { email }) }),
    end: () => void post({ id: newId(), writtenAt: Date.now(), kind: 'close' }),
    beginAnew() {
      isBeginningAnew.value = true
    },
    readAgain() {
      isBeginningAnew.value = false
    },
    tryAgain(id) {
      const [letter] = mailbox.take((one) => one.letter.id === id)
      if (!letter) return
      if (history.head.value && history.head.value.status !== 'closed') return void post(letter)
      options.draft.putBack(textOf(letter))
      isBeginningAnew.value = true
    },
    discard: (id) => void mailbox.take((one) => one.letter.id === id),
    type() {
      if (history.head.value?.status !== 'assigned' || Date.now() - toldTypingAt < typingToldEvery) return
      toldTypingAt = Date.now()
      void link.request('typing:start', {})
    },
  }
}

function whatIsWrong(text: string): NotSent | undefined {
  if (text === '') return 'message-empty'
  return text.length > limits.messageLength ? 'message-too-long' : undefined
}
