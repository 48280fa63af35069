import type { Refusal } from '@deskbell/protocol'
import { type Letter, textOf } from './letter.ts'
import type { Parts } from './parts.ts'

/** A letter the relay will never take as it is: its text goes back to the visitor, with the reason. */
export function takeBack(parts: Parts, letter: Letter, refusal: Refusal): void {
  const { mailbox, history } = parts
  switch (letter.kind) {
    case 'ask':
      giveBack(parts, letter, refusal)
      return
    case 'leave': {
      const { id, text, writtenAt } = letter
      // Somebody took the conversation meanwhile: then it is said to them.
      if (history.head.value?.status === 'assigned') mailbox.post({ kind: 'message', id, text, writtenAt })
      else giveBack(parts, letter, refusal)
      return
    }
    case 'message':
      mailbox.keepReturned(letter, refusal)
      return
    case 'pend':
    case 'close':
      // Taken or ended meanwhile: what the relay told of that is what the visitor sees.
      return
  }
}

/** What was written after an asking that failed would be refused too, so it comes back with it, in order. */
function giveBack({ options, mailbox, history, refusal }: Parts, letter: Letter, why: Refusal): void {
  const later = mailbox.take((one) => one.letter.kind === 'message' && !one.refusal)
  if (!history.head.value) options.kept.forget()
  options.draft.putBack([letter, ...later].map(textOf).join('\n\n'))
  refusal.value = why
}
