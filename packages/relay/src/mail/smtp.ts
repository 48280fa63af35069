import { createTransport, type SendMailOptions } from 'nodemailer'

export interface Smtp {
  send(mail: SendMailOptions): Promise<unknown>
  close(): void
}

/** How long a mail server may be silent, in ms. */
const patience = 30_000

/** The mail server of `DESKBELL_SMTP_URL` (`smtp://user:password@host:587`, `smtps://…`). Mails are text made here. */
export function openSmtp(url: string): Smtp {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { send: (mail) => transport.sendMail(mail), close: () => transport.close() }
}

/** For the log: mail servers name the address in what they say. Their words stand in the conversation. */
export function codesOf(error: unknown) {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  return { code, responseCode }
}
