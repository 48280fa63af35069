// A visitor's page in a process of its own, which can be stopped as a browser stops a tab: forked with the relay's address, it
// asks, and tells its parent whatever it is shown. What it is sent, it writes into the conversation.
import { randomUUID } from 'node:crypto'
import { connectVisitor, createOutbox, createSequence, memoryStore } from '@deskbell/client/socket'

let token
let connected = 0
const shown = []
const visitor = connectVisitor(process.argv[2], () => ({ locale: 'en', ...(token && { token }) }))
const thread = createSequence({
  show: (items) => shown.push(...items.flatMap(({ kind, text }) => (kind === 'message' ? [text] : []))),
  resume: (after) => visitor.request('conversation:resume', { after }),
})
const outbox = createOutbox({
  store: memoryStore(),
  send: (letter) => visitor.request('message:send', letter),
  onAccepted: (_letter, item) => thread.receive(item),
  onRefused() {},
})
visitor.on('message:sent', (item) => thread.receive(item))
visitor.on('conversation:moved', (item) => thread.receive(item))
visitor.on('visitor:welcome', async (welcome) => {
  connected += 1
  token ??= welcome.token
  if (connected > 1) {
    await thread.catchUp()
    outbox.flush()
    return
  }
  const ask = { id: randomUUID(), text: 'Hello', before: { searches: [], entries: [] } }
  const { value } = await visitor.request('conversation:ask', ask)
  await thread.catchUp()
  process.send({ id: value.id })
})
process.on('message', (text) => outbox.add({ id: randomUUID(), text }))
setInterval(() => process.send({ shown, connected }), 50)
