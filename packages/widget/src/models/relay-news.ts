import type { VisitorConnection } from '@deskbell/client/socket'
import type { Person, VisitorItem, VisitorWelcome } from '@deskbell/protocol'
import { batch } from '@preact/signals'
import { textOf } from './letter.ts'
import type { Parts } from './parts.ts'

/** How long "is writing" stands without a further sign of it, in ms. */
const writingStands = 6_000

/** Listens to all that the relay tells by itself. */
export function hearNews(parts: Parts, connection: VisitorConnection): void {
  const { history, place, people, refusal, isWelcome } = parts
  const typing = typingOf(parts)
  const receive = (item: VisitorItem) => {
    if (item.kind !== 'message' || item.from === 'operator') typing.stop()
    history.receive(item)
  }
  connection.on('visitor:welcome', (welcome) => beWelcome(parts, welcome))
  connection.on('message:sent', receive)
  connection.on('conversation:moved', receive)
  connection.on('queue:moved', place.move)
  connection.on('typing:started', typing.start)
  connection.on('receipt:given', history.seen)
  connection.on('desk:changed', (present) => {
    people.value = present
    if (present.length > 0 && refusal.value === 'nobody-on-duty') refusal.value = undefined
  })
  connection.onState((state) => {
    if (state === 'up') return
    isWelcome.value = false
    typing.stop()
  })
}

function typingOf({ typing }: Parts) {
  let timer: ReturnType<typeof setTimeout> | undefined
  function stop(): void {
    clearTimeout(timer)
    typing.value = undefined
  }
  function start(by: Person): void {
    stop()
    typing.value = by
    timer = setTimeout(stop, writingStands)
  }
  return { start, stop }
}

/** Who we are, and how things stand. A new token in place of a known one: the relay does not know this visitor any more. */
function beWelcome(parts: Parts, welcome: VisitorWelcome): void {
  const { options, history, mailbox, place, people, isWelcome, isBeginningAnew, forgets } = parts
  batch(() => {
    if (welcome.token !== undefined) {
      if (options.kept.isShared()) beginAsNobody(parts)
      options.kept.change({ token: welcome.token })
    }
    people.value = welcome.people
    place.move(welcome.queue)
    const known = history.head.value
    if (welcome.conversation) {
      // Begun on another device: from now on this browser goes on with it too.
      if (!options.kept.isShared()) forgets.value = !options.kept.share()
      if (known && known.id !== welcome.conversation.id) isBeginningAnew.value = false
      history.adopt(welcome.conversation)
    } else if (known) history.drop()
    isWelcome.value = true
  })
  if (welcome.conversation) void history.catchUp()
  mailbox.flush()
}

/** What was written to a conversation that is gone goes back to where the visitor writes; asking anew takes it along. */
function beginAsNobody({ options, history, mailbox, refusal }: Parts): void {
  const lost = mailbox.take(({ kind }) => kind !== 'ask' && kind !== 'leave')
  const refused = mailbox.returned.value.map(({ letter }) => letter)
  const texts = [...refused, ...lost].map(textOf).filter((text) => text !== '')
  const asked = mailbox.letters.value
  const hadSomething = texts.length > 0 || history.head.value !== undefined
  options.kept.forget()
  options.kept.change({ letters: asked })
  mailbox.refresh()
  history.drop()
  if (!hadSomething) return
  options.draft.putBack(texts.join('\n\n'))
  refusal.value = 'no-conversation'
}
