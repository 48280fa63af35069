import { randomInt, randomUUID } from 'node:crypto'
import type { Asking } from '@deskbell/desk'
import type { Ask, ConversationId, Refusal } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { type Card, introduced, newCard } from '../desk/card.ts'
import { skillFor } from '../topics.ts'
import type { VisitorData } from './data.ts'

export interface Beginning extends Asking {
  /** The card of the conversation after this. */
  cardFor(before: Card | undefined): Card
}

export function beginning(context: Context, speaker: VisitorData, given: Ask): Beginning {
  const { visitorId, locale, page } = speaker
  const { id, text, name, email, before } = given
  const conversationId: ConversationId = context.live.openOf(visitorId)?.id ?? randomUUID()
  const asking: Asking = { conversationId, visitorId, locale, draft: { id, text }, now: Date.now() }
  const skill = skillFor(context.settings.settings.data.topics, before.topic)
  const contact = { ...(name && { name }), ...(email && { email }) }
  return {
    ...asking,
    ...(skill !== undefined && { skill }),
    cardFor(known) {
      const card = introduced(known ? { ...known, ...contact } : newCard(before, contact), speaker.contact)
      return page && !card.page ? { ...card, page } : card
    },
  }
}

/** What the owner wants to know of whoever begins, and neither they nor the shop have said. */
export function missingOf({ settings }: Context, { contact }: VisitorData, given: Ask): Refusal | undefined {
  const { asksFor } = settings.settings.data
  if (asksFor.name === 'required' && !given.name && !contact.name) return 'name-missing'
  return asksFor.email === 'required' && !given.email && !contact.email ? 'email-missing' : undefined
}

// Without letters that are read as digits, digits as letters, or vowels that make words (Crockford's base 32, narrowed).
const alphabet = '23456789BCDFGHJKMNPQRSTVWXZ'

/** Two letters of the site's name and five characters nobody can count on: `HC-7K2QM`. */
export function newReference({ settings }: Pick<Context, 'settings'>): string {
  const words = settings.settings.data.siteName
    .normalize('NFKD')
    .toUpperCase()
    .match(/[A-Z]+/g) ?? ['D', 'B']
  const initials = (words.length > 1 ? words.map((word) => word[0]).join('') : (words[0] ?? 'DB')).slice(0, 2)
  return `${initials}-${Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')}`
}
