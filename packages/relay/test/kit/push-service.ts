import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { Agent } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { PushAlert, PushDevice } from '@deskbell/protocol'

export interface Taken {
  headers: IncomingMessage['headers']
  path: string
  alert: PushAlert
}

/** A browser's push service on loopback: whatever name is asked for, the agent leads there, without TLS. */
export async function openPushService() {
  const taken: Taken[] = []
  const ecdh = createECDH('prime256v1')
  const auth = randomBytes(16)
  const publicKey = ecdh.generateKeys()
  let answer = 201
  const server = createServer(async (request, response) => {
    const alert = JSON.parse(decrypt(await buffer(request), { ecdh, publicKey, auth })) as PushAlert
    taken.push({ headers: request.headers, path: request.url ?? '', alert })
    response.writeHead(answer).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  class Loopback extends Agent {
    override createConnection() {
      return connect(port, '127.0.0.1')
    }
  }
  const device: PushDevice = {
    endpoint: 'https://push.example/send/abc',
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    locale: 'en',
  }
  return {
    taken,
    device,
    agent: new Loopback(),
    answerWith: (status: number) => {
      answer = status
    },
    close: () => server.close(),
  }
}

/** As a browser opens it (RFC 8188, 2; RFC 8291, 3.4). */
function decrypt(body: Buffer, own: { ecdh: ReturnType<typeof createECDH>; publicKey: Buffer; auth: Buffer }): string {
  const salt = body.subarray(0, 16)
  const sender = body.subarray(21, 21 + (body[20] ?? 0))
  const sealed = body.subarray(21 + sender.length)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.publicKey, sender])
  const secret = Buffer.from(hkdfSync('sha256', own.ecdh.computeSecret(sender), own.auth, info, 32))
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, length))
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
  decipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString()
}
