import { chooseLocale, createTranslate, type InboxKey, inboxLocales, loadInboxWords } from '@deskbell/locales'
import type { Locale, PushAlert } from '@deskbell/protocol'
import type { Happened } from '../desk/happened.ts'

export type AlertKind = 'given' | 'waiting' | 'question' | 'reply' | 'due'

/** As much as a device shows. */
const textShown = 120

interface Told extends Pick<Happened, 'conversation' | 'card'> {
  kind: AlertKind
  /** The languages it may be said in, the best first. */
  asked: (Locale | undefined)[]
  isWordless: boolean | undefined
}

/** What a device shows, in the best of its languages. */
export async function alertOf({ conversation, card, kind, asked, isWordless }: Told): Promise<PushAlert> {
  const locale = chooseLocale(asked, inboxLocales, 'en')
  const t = createTranslate('inbox', locale, await loadInboxWords(locale))
  const somebody = t('alerts.somebody')
  const name = isWordless ? somebody : (card.name ?? somebody)
  const title: InboxKey = `alerts.${kind}`
  const { preview } = card
  return {
    title: t(title, { name }),
    body: preview?.from === 'visitor' && !isWordless ? preview.text.slice(0, textShown) : '',
    conversationId: conversation.id,
  }
}
