import type { NewItem } from '@deskbell/desk'
import { translateMail } from '@deskbell/locales/mail'
import { fileUrl, type Locale, type Settings, type StoredFile } from '@deskbell/protocol'
import type { SendMailOptions } from 'nodemailer'

export interface Answered {
  reference: string
  locale: Locale
  /** The visitor's address. */
  email: string
  /** The page the visitor asked from. */
  page?: { url: string }
  /** All that was said up to now, oldest first. */
  items: readonly NewItem[]
  /** The part of `items` that goes out: what operators wrote, at least one message. */
  answers: readonly Said[]
  /** How the operator who wrote last is called. */
  name: string
  site: Pick<Settings, 'siteName' | 'contact'>
  /** The address that mails are sent from. */
  from: string
  /** The relay's address, where files are fetched. */
  relay: string
}

export type Said = Extract<NewItem, { kind: 'message' }>

/**
 * The mail that brings an answer to who left a question: the answer, how to go on, and the question quoted (RFC 3676,
 * section 4.5). One question is one thread: each mail names those before it (RFC 5322, section 3.6.4).
 */
export function writeAnswer(answered: Answered): SendMailOptions {
  const { reference, locale, email, answers, items, name, site, from } = answered
  const t = translateMail(locale)
  const { siteName, contact } = site
  const idOf = (seq: number) => `<${reference}.${seq}@${from.slice(from.lastIndexOf('@') + 1)}>`
  const [first] = answers
  const earlier = items.filter(isAnswer).filter(({ seq }) => first && seq < first.seq)
  const threaded = earlier.length === 0 ? {} : { inReplyTo: idOf(earlier.at(-1)?.seq ?? 0) }
  return {
    from: { name: `${name} · ${siteName}`, address: from },
    to: email,
    ...(contact.email && { replyTo: contact.email }),
    subject: `${earlier.length > 0 ? 'Re: ' : ''}${t('subject', { reference, site: siteName })}`,
    messageId: idOf(answers.at(-1)?.seq ?? 0),
    ...threaded,
    references: [idOf(0), ...earlier.map(({ seq }) => idOf(seq))],
    headers: { 'Content-Language': locale },
    text: textOf(answered, t),
  }
}

export function isAnswer(item: NewItem): item is Said {
  return item.kind === 'message' && item.from === 'operator' && !item.of
}

function textOf({ answers, items, name, page, site, relay }: Answered, t: ReturnType<typeof translateMail>): string {
  const asked = items.filter((item): item is Said => item.kind === 'message' && item.from === 'visitor')
  const ways = [page ? t('goOnAt', { url: page.url }) : t('goOn'), ...(site.contact.email ? [t('reply')] : [])]
  return [
    t('answered', { name, site: site.siteName }),
    ...answers.map((said) => withFiles(said, ({ id, name: file }) => `${file}: ${fileUrl(relay, id)}`)),
    ways.join('\n'),
    `${t('asked')}\n${asked.map((said) => quoted(withFiles(said, ({ name: file }) => file))).join('\n>\n')}`,
  ].join('\n\n')
}

/** The text, and a line for each file. */
export function withFiles({ text, files = [] }: Said, line: (file: StoredFile) => string): string {
  const lines = files.flatMap((file) => ('isDeleted' in file ? [] : line(file)))
  return [...(text === '' ? [] : [text]), ...lines].join('\n')
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}
