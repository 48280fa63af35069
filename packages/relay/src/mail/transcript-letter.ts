import { type MailTranslate, mailLocales, translateMail } from '@deskbell/locales/mail'
import type { Locale, Settings } from '@deskbell/protocol'
import type { SendMailOptions } from 'nodemailer'
import { type Said, withFiles } from './letter.ts'

export interface Transcript {
  locale: Locale
  email: string
  /** The operators had this address of the visitor while it went on. */
  isKnown: boolean
  /** Oldest first. */
  said: readonly Said[]
  /** There is more before. */
  isCut: boolean
  timeZone: string
  site: Pick<Settings, 'siteName' | 'contact'>
  /** The address that mails are sent from. */
  from: string
  /** How an operator is called. */
  nameOf(said: Said): string
}

/**
 * The mail that brings a conversation to the visitor: who wrote, when, and which files there were. Nothing the visitor wrote
 * stands in its head or beginning; to an address that came up only afterwards, their web addresses are left out.
 */
export function writeTranscript(transcript: Transcript): SendMailOptions {
  const { email, from, site, said, nameOf } = transcript
  // Words and dates in one language.
  const locale = mailLocales.includes(transcript.locale) ? transcript.locale : 'en'
  const t = translateMail(locale)
  const names = new Set(said.filter((one) => one.from === 'operator').map(nameOf))
  const write = datesOf(locale, transcript.timeZone)
  const date = write.date(said.at(-1)?.at ?? 0)
  return {
    from: { name: site.siteName, address: from },
    to: email,
    ...(site.contact.email && { replyTo: site.contact.email }),
    subject: t('copySubject', { site: site.siteName, date }),
    headers: { 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' },
    text: [
      t('copyOf', { names: new Intl.ListFormat(locale).format(names), site: site.siteName }),
      ...(transcript.isKnown ? [] : [t('copyNotYou')]),
      ...(transcript.isCut ? [t('copyCut')] : []),
      ...said.map((one, place) => {
        const day = write.date(one.at)
        const isNewDay = place === 0 || day !== write.date(said[place - 1]?.at ?? 0)
        return `${isNewDay ? `${day}\n\n` : ''}${write.time(one.at)} · ${lines(one, transcript, t)}`
      }),
    ].join('\n\n'),
  }
}

/** Who wrote, and below it what. */
function lines(said: Said, { isKnown, nameOf }: Transcript, t: MailTranslate): string {
  if (said.from === 'operator') return `${nameOf(said)}\n${withFiles(said, ({ name }) => t('copyFile', { name }))}`
  const tame = (text: string) => (isKnown ? text : withoutAddresses(text))
  const named = (name: string) => {
    const end = name.lastIndexOf('.')
    return t('copyFile', { name: tame(name.slice(0, end)) + name.slice(end) })
  }
  return `${t('copyYou')}\n${withFiles({ ...said, text: tame(said.text) }, ({ name }) => named(name))}`
}

/** Without what a mail program would make a link of. */
function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, (word) => (/:\/\/|\S\.\p{L}{2}/u.test(word) ? '[…]' : word))
}

/** A moment's day, and its time with the zone. */
function datesOf(locale: Locale, timeZone: string) {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone })
  const times = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone })
  return { date: (at: number) => days.format(at), time: (at: number) => times.format(at) }
}
