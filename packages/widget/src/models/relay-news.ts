import type { VisitorConnection } from '@deskbell/client/socket'
import type { Person, VisitorItem, VisitorWelcome } from '@deskbell/protocol'
import { batch } from '@preact/signals'
import { textOf } from './letter.ts'
import type { Parts } from './parts.ts'

/** How long "is writing" stands without a further sign of it, in ms. */
const writingStands = 6_000
/** How long what one tab keeps takes to reach the others, in ms, with much to spare. */
const tabsAgreeIn = 500

/** In which time, in ms, all that are connected learn that looks or words of the site have changed. */
const siteToldWithin = 3_000

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
  connection.on('file:changed', (file) => {
    parts.files.value = { ...parts.files.value, [file.id]: file }
  })
  connection.on('desk:changed', (present) => {
    people.value = present
    if (present.length > 0 && refusal.value === 'nobody-on-duty') refusal.value = undefined
  })
  // Not all who are connected ask in the same moment.
  connection.on('site:changed', () => void setTimeout(parts.options.siteChanged, Math.random() * siteToldWithin))
  connection.onState((state) => {
    if (state === 'up') return
    parts.welcome = undefined
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
  const { kept } = parts.options
  const { token } = welcome
  parts.welcome = welcome
  if (token !== undefined) {
    // Another tab has been told meanwhile who we are.
    if (kept.saved().token !== parts.connectedAs) {
      goByShared(parts)
      return
    }
    if (parts.connectedAs !== undefined) beginAsNobody(parts)
    parts.connectedAs = token
    kept.change({ token })
  }
  hear(parts, welcome)
  const goOut = () => {
    if (parts.welcome !== welcome || parts.connectedAs !== kept.saved().token) return
    parts.isWelcome.value = true
    parts.mailbox.flush()
  }
  const [oldest] = parts.mailbox.letters.value
  const isOld = oldest && Math.abs(Date.now() - oldest.writtenAt) > tabsAgreeIn
  // Another tab may have waited with the same letters. Tabs told at the same time become one visitor before any sends.
  if (token !== undefined && isOld) setTimeout(goOut, tabsAgreeIn)
  else goOut()
}

/** The visitor's tabs are one visitor: whom another tab has become, this one is too, unless it has a conversation of its own. */
export function goByShared(parts: Parts): void {
  const { token } = parts.options.kept.saved()
  if (token === undefined || token === parts.connectedAs || parts.history.head.value) return
  parts.connectedAs = token
  parts.welcome = undefined
  parts.isWelcome.value = false
  // Tabs for which the shop names different people are never one: they must not chase one another.
  setTimeout(parts.link.renew, parts.renewals * tabsAgreeIn)
  parts.renewals += 2
}

function hear(parts: Parts, { people, queue, conversation }: VisitorWelcome): void {
  const { history, place, isBeginningAnew } = parts
  batch(() => {
    parts.people.value = people
    place.move(queue)
    const known = history.head.value
    if (conversation) {
      // Begun on another device: from now on this browser goes on with it too.
      parts.forgets.value ||= !parts.options.kept.share()
      if (known && known.id !== conversation.id) isBeginningAnew.value = false
      history.adopt(conversation)
    } else if (known) history.drop()
  })
  if (conversation) void history.catchUp()
}

/** What was written to a conversation that is gone goes back to where the visitor writes; asking anew takes it along. */
function beginAsNobody({ options, history, mailbox, refusal, welcome }: Parts): void {
  const anew = mailbox.letters.value.find(({ kind }) => kind === 'ask' || kind === 'leave')
  const lost = mailbox.take(({ letter }) => !anew || letter.writtenAt < anew.writtenAt)
  const texts = lost.map(textOf).filter((text) => text !== '')
  const hadSomething = texts.length > 0 || history.head.value !== undefined
  options.kept.forget()
  if (mailbox.letters.value.length > 0) options.kept.share()
  history.drop()
  if (!hadSomething) return
  options.draft.putBack(texts.join('\n\n'))
  // Somebody the shop knows goes on elsewhere.
  if (!welcome?.conversation) refusal.value = 'no-conversation'
}
