import { type MailServer, openMailServer } from './mail-server.ts'
import { annaOnDuty, type OperatorSocket } from './operators.ts'
import { closeConnections } from './people.ts'
import { closeRelays, openRelay, type TestRelay } from './relay.ts'

/** A relay with Anna on duty, as most tests of conversations begin. */
export async function openDesk(): Promise<{ relay: TestRelay; anna: OperatorSocket }> {
  const relay = await openRelay()
  return { relay, anna: await annaOnDuty(relay) }
}

const mailServers: MailServer[] = []

/** A relay that sends its mail to a server of its own. */
export async function openMailDesk(): Promise<{ relay: TestRelay; mails: MailServer }> {
  const mails = await openMailServer()
  mailServers.push(mails)
  return { mails, relay: await openRelay({ DESKBELL_SMTP_URL: mails.url, DESKBELL_MAIL_FROM: 'help@holm.example' }) }
}

/** After a test: nobody is connected any more, and no relay and no mail server runs. */
export async function closeDesk(): Promise<void> {
  closeConnections()
  await closeRelays()
  for (const mails of mailServers.splice(0)) await mails.close()
}
