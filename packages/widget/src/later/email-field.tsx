import type { Wish } from '@deskbell/protocol'
import type { ChatProps } from '../chat/model.ts'
import { emailProblem } from './email-words.ts'
import { type Entry, useEntry } from './entry.ts'
import { EntryField } from './entry-field.tsx'

/** What was typed as an address, kept with the draft. */
export function useEmail({ context, chat }: ChatProps, wish: Wish = 'required'): Entry {
  const isOptional = wish === 'optional'
  return useEntry(chat, 'email', (typed) => (isOptional && typed === '' ? undefined : emailProblem(context.t, typed)))
}

/** Where an answer goes. It says which part of an address is missing. */
export function EmailField({ label, hint, entry }: { label: string; hint?: string | undefined; entry: Entry }) {
  return <EntryField kind="email" {...{ label, hint, entry }} isRequired={hint === undefined} />
}
