import { refusalWords } from '@deskbell/locales'
import { type AsksFor, limits, type Refusal, type Wish } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import type { ChatProps, Introduce } from '../chat/model.ts'
import type { WidgetContext } from '../panel/context.ts'
import { useEmail } from './email-field.tsx'
import { type Entry, useEntry } from './entry.ts'

export interface IntroductionEntries {
  asksFor: AsksFor
  name: Entry
  email: Entry
  take: Introduce
}

/** What whoever asks is to say of themselves. Where it came back, the field concerned says why. `email`: wanted whatever the owner asks for. */
export function useIntroduction(props: ChatProps, email?: Wish): IntroductionEntries {
  const { context, chat } = props
  const refused = useSignal<Refusal | undefined>(undefined)
  const asksFor = { ...stillAsked(context, refused.value), ...(email && { email }) }
  const entries = { name: useName(props, asksFor.name), email: useEmail(props, asksFor.email) }
  useKnown(props, entries, asksFor)
  const { refusal } = chat.conversation
  const concerned = fieldOf(refusal.value)
  useLayoutEffect(() => {
    if (concerned) refused.value = refusal.value
  }, [concerned])
  useLayoutEffect(() => {
    if (!concerned || !asksFor[concerned] || !refusal.value) return
    entries[concerned].refuse(refusalWords(context.t, refusal.value))
    refusal.value = undefined
  }, [concerned, asksFor.name, asksFor.email])
  return { asksFor, ...entries, take: () => take(props, entries, asksFor) }
}

/** What the owner asks for and the page has not said. What the relay misses all the same is asked for. */
function stillAsked(context: WidgetContext, refused: Refusal | undefined): AsksFor {
  const { name, email } = context.desk.status.value?.asksFor ?? {}
  const said = context.identity()
  const missed = fieldOf(refused)
  return {
    ...(name && (!said?.name || missed === 'name') && { name }),
    ...(email && (!said?.hash || !said.email || missed === 'email') && { email }),
  }
}

function fieldOf(refusal: Refusal | undefined): 'name' | 'email' | undefined {
  if (refusal?.startsWith('name-')) return 'name'
  return refusal?.startsWith('email-') ? 'email' : undefined
}

function useName({ context: { t }, chat }: ChatProps, wish: Wish | undefined): Entry {
  return useEntry(chat, 'name', (typed) => {
    if (typed === '') return wish === 'required' ? t('refusal.name-missing') : undefined
    return typed.length > limits.nameLength ? t('refusal.name-too-long') : undefined
  })
}

/** Who has asked before need not write it again. */
function useKnown({ chat }: ChatProps, entries: Pick<IntroductionEntries, 'name' | 'email'>, asksFor: AsksFor): void {
  const head = chat.conversation.head.value
  useLayoutEffect(() => {
    for (const field of ['name', 'email'] as const) {
      const known = head?.[field]
      if (asksFor[field] && known && entries[field].value === '') entries[field].write(known)
    }
  }, [head?.id, asksFor.name, asksFor.email])
}

/** Without a text there is nothing to introduce: the field for it comes first. */
function take({ chat }: ChatProps, entries: Pick<IntroductionEntries, 'name' | 'email'>, asksFor: AsksFor) {
  if (chat.draft.text.value.trim() === '') return {}
  // The first of those that are wrong has the focus in the end.
  const email = asksFor.email ? entries.email.take() : ''
  const name = asksFor.name ? entries.name.take() : ''
  if (name === undefined || email === undefined) return undefined
  return { ...(name && { name }), ...(email && { email }) }
}
