import type { Answer } from '@deskbell/client/http'
import { refusalWords } from '@deskbell/locales'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'
import { whenWords } from '../models/dates.ts'
import type { WidgetContext } from '../panel/context.ts'
import { emailProblem } from './email-words.ts'
import { type Entry, useEntry } from './entry.ts'

interface SendingTranscript {
  email: Entry
  /** What became of it, in words; nothing while nothing did. */
  news: ReadonlySignal<{ words?: string; isSent?: boolean }>
  isSending: boolean
  send(): void
}

/** Has the conversation sent to an address: the one that the visitor gave before, unless they write another. */
export function useTranscript({ context, chat }: ChatProps): SendingTranscript {
  const { t } = context
  const { head, link } = chat.conversation
  const email = useEntry(chat, 'email', (typed) => (typed === '' ? t('refusal.email-missing') : emailProblem(t, typed)))
  const news = useSignal<{ words?: string; isSent?: boolean }>({})
  const isSending = useSignal(false)
  useLayoutEffect(() => {
    if (email.value === '') email.write(head.peek()?.email ?? '')
  }, [])
  async function send(): Promise<void> {
    const address = email.take()
    if (address === undefined || !head.value || isSending.value) return
    news.value = {}
    isSending.value = true
    const answer = await link.request('transcript:send', { conversationId: head.value.id, email: address })
    isSending.value = false
    if (answer.ok) news.value = { words: t('ended.copySent', { email: address }), isSent: true }
    else if (answer.refusal === 'email-invalid') email.refuse(refusalWords(t, answer.refusal))
    else news.value = { words: whyNot(context, answer) }
  }
  return { email, news, isSending: isSending.value, send: () => void send() }
}

function whyNot({ t, locale }: WidgetContext, { refusal, retryAfterMs }: Extract<Answer<null>, { ok: false }>): string {
  if (refusal === 'unreachable') return t('files.unreachable')
  if (refusal !== 'rate-limited' || retryAfterMs === undefined) return refusalWords(t, refusal)
  const now = Date.now()
  return t('ended.copyAgain', { when: whenWords(t, locale, { at: now + retryAfterMs, now }) })
}
