import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  from: string
  to: string[]
  /** By name in lower case, unfolded. */
  headers: Map<string, string>
  text: string
}

export type MailServer = Awaited<ReturnType<typeof openMailServer>>

/** A real SMTP server on loopback that keeps what it is given. `refuses`: what it answers to a recipient instead. */
export async function openMailServer() {
  const received: ReceivedMail[] = []
  const state: { refuses: { code: number; words: string } | undefined } = { refuses: undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      const { refuses } = state
      callback(refuses ? Object.assign(new Error(refuses.words), { responseCode: refuses.code }) : null)
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope
        const to = rcptTo.map(({ address }) => address)
        received.push({ from: mailFrom ? mailFrom.address : '', to, ...readMail(Buffer.concat(chunks).toString()) })
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse(code: number, words: string) {
      state.refuses = { code, words }
    },
    accept() {
      state.refuses = undefined
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

/** As much of RFC 5322 and 2045 as a mail of one text needs. */
function readMail(raw: string): Pick<ReceivedMail, 'headers' | 'text'> {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.replace(/^[^:]*: /, '')]),
  )
  return { headers, text: decoded(raw.slice(end + 4), headers.get('content-transfer-encoding')) }
}

function decoded(body: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
