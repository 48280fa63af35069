import { draft } from './payloads.ts'

const ofConversation = (conversationId: string) => ({ conversationId })

/** What operators ask for, as somebody else might try to. */
export const operatorEvents = {
  'conversation:take': ofConversation,
  'conversation:open': ofConversation,
  'transfer:undo': ofConversation,
  'conversation:join': ofConversation,
  'conversation:leave': ofConversation,
  'merge:undo': ofConversation,
  'conversation:close': ofConversation,
  'conversation:reopen': ofConversation,
  'reading:set': ofConversation,
  'typing:start': ofConversation,
  'duty:set': () => ({ isOnDuty: false }),
  'queue:take': () => ({}),
  'conversation:resume': (conversationId: string) => ({ conversationId, after: 0 }),
  'message:send': (conversationId: string) => ({ conversationId, ...draft('as Mara') }),
  'note:add': (conversationId: string) => ({ conversationId, ...draft('as Mara') }),
  'draft:set': (conversationId: string) => ({ conversationId, kind: 'message', text: 'as Mara' }),
  'conversation:transfer': (conversationId: string) => ({ conversationId, to: 'line' }),
  'conversation:invite': (conversationId: string) => ({ conversationId, who: crypto.randomUUID() }),
  'conversation:merge': (conversationId: string) => ({ conversationId, from: crypto.randomUUID() }),
  'follow-up:set': (conversationId: string) => ({ conversationId, at: Date.now() + 60_000 }),
  'labels:set': (conversationId: string) => ({ conversationId, labels: [] }),
  'visitor:block': (conversationId: string) => ({ conversationId, until: Date.now() + 60_000 }),
  'receipt:give': (conversationId: string) => ({ conversationId, delivered: 1, read: 1 }),
}
